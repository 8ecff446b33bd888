export { default } from "./++ModelList.svelte.ts";
export * from "./++ModelList.svelte.ts";
