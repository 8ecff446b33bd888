export { default } from "./++WritingControls.svelte.ts";
export * from "./++WritingControls.svelte.ts";
