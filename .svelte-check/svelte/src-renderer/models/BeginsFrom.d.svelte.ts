export { default } from "./++BeginsFrom.svelte.ts";
export * from "./++BeginsFrom.svelte.ts";
