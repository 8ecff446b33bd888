export { default } from "./++RunRows.svelte.ts";
export * from "./++RunRows.svelte.ts";
