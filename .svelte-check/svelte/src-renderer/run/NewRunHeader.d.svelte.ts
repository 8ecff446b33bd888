export { default } from "./++NewRunHeader.svelte.ts";
export * from "./++NewRunHeader.svelte.ts";
