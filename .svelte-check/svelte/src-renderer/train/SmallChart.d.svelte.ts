export { default } from "./++SmallChart.svelte.ts";
export * from "./++SmallChart.svelte.ts";
