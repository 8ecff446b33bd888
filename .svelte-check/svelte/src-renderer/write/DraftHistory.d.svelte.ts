export { default } from "./++DraftHistory.svelte.ts";
export * from "./++DraftHistory.svelte.ts";
