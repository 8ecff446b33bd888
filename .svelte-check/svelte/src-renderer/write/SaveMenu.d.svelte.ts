export { default } from "./++SaveMenu.svelte.ts";
export * from "./++SaveMenu.svelte.ts";
