export { default } from "./++TextFacts.svelte.ts";
export * from "./++TextFacts.svelte.ts";
