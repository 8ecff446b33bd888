export { default } from "./++SoftmaxPart.svelte.ts";
export * from "./++SoftmaxPart.svelte.ts";
