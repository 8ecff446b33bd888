export { default } from "./++LossTable.svelte.ts";
export * from "./++LossTable.svelte.ts";
