export { default } from "./++RangeRow.svelte.ts";
export * from "./++RangeRow.svelte.ts";
