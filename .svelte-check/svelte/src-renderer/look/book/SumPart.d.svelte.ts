export { default } from "./++SumPart.svelte.ts";
export * from "./++SumPart.svelte.ts";
