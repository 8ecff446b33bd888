export { default } from "./++SearchTable.svelte.ts";
export * from "./++SearchTable.svelte.ts";
