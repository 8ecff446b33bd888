export { default } from "./++UnitFinder.svelte.ts";
export * from "./++UnitFinder.svelte.ts";
