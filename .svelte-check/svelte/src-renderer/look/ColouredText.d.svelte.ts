export { default } from "./++ColouredText.svelte.ts";
export * from "./++ColouredText.svelte.ts";
