export { default } from "./++BookPart.svelte.ts";
export * from "./++BookPart.svelte.ts";
