export { default } from "./++DraftText.svelte.ts";
export * from "./++DraftText.svelte.ts";
