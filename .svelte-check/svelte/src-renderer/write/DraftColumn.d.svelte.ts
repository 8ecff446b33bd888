export { default } from "./++DraftColumn.svelte.ts";
export * from "./++DraftColumn.svelte.ts";
