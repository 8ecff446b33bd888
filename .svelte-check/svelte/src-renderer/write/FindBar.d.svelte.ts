export { default } from "./++FindBar.svelte.ts";
export * from "./++FindBar.svelte.ts";
