export { default } from "./++NetworkFields.svelte.ts";
export * from "./++NetworkFields.svelte.ts";
