export { default } from "./++CopyNumbers.svelte.ts";
export * from "./++CopyNumbers.svelte.ts";
