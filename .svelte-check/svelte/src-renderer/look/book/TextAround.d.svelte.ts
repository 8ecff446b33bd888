export { default } from "./++TextAround.svelte.ts";
export * from "./++TextAround.svelte.ts";
