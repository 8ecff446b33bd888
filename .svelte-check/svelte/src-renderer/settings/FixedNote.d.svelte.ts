export { default } from "./++FixedNote.svelte.ts";
export * from "./++FixedNote.svelte.ts";
