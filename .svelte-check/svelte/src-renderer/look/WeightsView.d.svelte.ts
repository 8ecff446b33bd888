export { default } from "./++WeightsView.svelte.ts";
export * from "./++WeightsView.svelte.ts";
