export { default } from "./++TuneCard.svelte.ts";
export * from "./++TuneCard.svelte.ts";
