export { default } from "./++ColourScale.svelte.ts";
export * from "./++ColourScale.svelte.ts";
