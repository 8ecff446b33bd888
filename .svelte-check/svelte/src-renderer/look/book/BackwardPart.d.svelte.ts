export { default } from "./++BackwardPart.svelte.ts";
export * from "./++BackwardPart.svelte.ts";
