export { default } from "./++FlowChart.svelte.ts";
export * from "./++FlowChart.svelte.ts";
