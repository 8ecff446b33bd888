export { default } from "./++SurpriseKey.svelte.ts";
export * from "./++SurpriseKey.svelte.ts";
