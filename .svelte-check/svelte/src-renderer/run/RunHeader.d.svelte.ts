export { default } from "./++RunHeader.svelte.ts";
export * from "./++RunHeader.svelte.ts";
