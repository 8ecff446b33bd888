export { default } from "./++SelectionText.svelte.ts";
export * from "./++SelectionText.svelte.ts";
