export { default } from "./++LossReadout.svelte.ts";
export * from "./++LossReadout.svelte.ts";
