export { default } from "./++LookTab.svelte.ts";
export * from "./++LookTab.svelte.ts";
