export { default } from "./++DivergencePanel.svelte.ts";
export * from "./++DivergencePanel.svelte.ts";
