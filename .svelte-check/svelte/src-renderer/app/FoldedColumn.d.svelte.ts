export { default } from "./++FoldedColumn.svelte.ts";
export * from "./++FoldedColumn.svelte.ts";
