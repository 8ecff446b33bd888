export { default } from "./++FlowView.svelte.ts";
export * from "./++FlowView.svelte.ts";
