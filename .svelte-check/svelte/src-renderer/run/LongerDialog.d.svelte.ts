export { default } from "./++LongerDialog.svelte.ts";
export * from "./++LongerDialog.svelte.ts";
