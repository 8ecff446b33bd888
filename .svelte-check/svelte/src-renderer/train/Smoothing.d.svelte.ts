export { default } from "./++Smoothing.svelte.ts";
export * from "./++Smoothing.svelte.ts";
