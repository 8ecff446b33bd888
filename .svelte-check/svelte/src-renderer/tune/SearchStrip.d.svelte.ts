export { default } from "./++SearchStrip.svelte.ts";
export * from "./++SearchStrip.svelte.ts";
