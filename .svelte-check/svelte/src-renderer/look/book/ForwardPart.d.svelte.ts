export { default } from "./++ForwardPart.svelte.ts";
export * from "./++ForwardPart.svelte.ts";
