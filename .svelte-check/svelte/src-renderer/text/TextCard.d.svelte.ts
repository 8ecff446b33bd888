export { default } from "./++TextCard.svelte.ts";
export * from "./++TextCard.svelte.ts";
