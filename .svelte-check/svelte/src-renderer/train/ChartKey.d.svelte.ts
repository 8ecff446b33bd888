export { default } from "./++ChartKey.svelte.ts";
export * from "./++ChartKey.svelte.ts";
