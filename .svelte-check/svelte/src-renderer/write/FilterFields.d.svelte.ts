export { default } from "./++FilterFields.svelte.ts";
export * from "./++FilterFields.svelte.ts";
