export { default } from "./++SampleNow.svelte.ts";
export * from "./++SampleNow.svelte.ts";
