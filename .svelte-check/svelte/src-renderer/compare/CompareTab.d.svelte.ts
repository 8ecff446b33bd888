export { default } from "./++CompareTab.svelte.ts";
export * from "./++CompareTab.svelte.ts";
