export { default } from "./++RangeChart.svelte.ts";
export * from "./++RangeChart.svelte.ts";
