export { default } from "./++TrainTab.svelte.ts";
export * from "./++TrainTab.svelte.ts";
