export { default } from "./++DropOverlay.svelte.ts";
export * from "./++DropOverlay.svelte.ts";
