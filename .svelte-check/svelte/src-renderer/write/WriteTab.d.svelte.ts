export { default } from "./++WriteTab.svelte.ts";
export * from "./++WriteTab.svelte.ts";
