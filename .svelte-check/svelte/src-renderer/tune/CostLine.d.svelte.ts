export { default } from "./++CostLine.svelte.ts";
export * from "./++CostLine.svelte.ts";
