export { default } from "./++DraftsChoice.svelte.ts";
export * from "./++DraftsChoice.svelte.ts";
