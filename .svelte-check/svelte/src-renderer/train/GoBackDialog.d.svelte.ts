export { default } from "./++GoBackDialog.svelte.ts";
export * from "./++GoBackDialog.svelte.ts";
