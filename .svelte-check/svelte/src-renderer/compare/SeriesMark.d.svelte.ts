export { default } from "./++SeriesMark.svelte.ts";
export * from "./++SeriesMark.svelte.ts";
