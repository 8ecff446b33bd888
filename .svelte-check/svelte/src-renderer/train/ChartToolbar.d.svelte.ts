export { default } from "./++ChartToolbar.svelte.ts";
export * from "./++ChartToolbar.svelte.ts";
