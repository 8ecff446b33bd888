export { default } from "./++ChartSurface.svelte.ts";
export * from "./++ChartSurface.svelte.ts";
