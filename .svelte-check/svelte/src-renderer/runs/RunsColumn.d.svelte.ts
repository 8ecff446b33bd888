export { default } from "./++RunsColumn.svelte.ts";
export * from "./++RunsColumn.svelte.ts";
