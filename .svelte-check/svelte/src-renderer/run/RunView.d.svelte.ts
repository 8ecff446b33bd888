export { default } from "./++RunView.svelte.ts";
export * from "./++RunView.svelte.ts";
