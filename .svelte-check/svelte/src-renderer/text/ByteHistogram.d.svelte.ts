export { default } from "./++ByteHistogram.svelte.ts";
export * from "./++ByteHistogram.svelte.ts";
