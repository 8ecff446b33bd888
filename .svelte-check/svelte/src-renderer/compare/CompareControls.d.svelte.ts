export { default } from "./++CompareControls.svelte.ts";
export * from "./++CompareControls.svelte.ts";
