export { default } from "./++PromptBar.svelte.ts";
export * from "./++PromptBar.svelte.ts";
