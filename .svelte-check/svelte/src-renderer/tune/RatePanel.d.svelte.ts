export { default } from "./++RatePanel.svelte.ts";
export * from "./++RatePanel.svelte.ts";
