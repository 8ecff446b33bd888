export { default } from "./++TextSourceBar.svelte.ts";
export * from "./++TextSourceBar.svelte.ts";
