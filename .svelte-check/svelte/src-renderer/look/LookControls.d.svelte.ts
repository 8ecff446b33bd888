export { default } from "./++LookControls.svelte.ts";
export * from "./++LookControls.svelte.ts";
