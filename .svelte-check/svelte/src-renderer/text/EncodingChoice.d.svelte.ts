export { default } from "./++EncodingChoice.svelte.ts";
export * from "./++EncodingChoice.svelte.ts";
