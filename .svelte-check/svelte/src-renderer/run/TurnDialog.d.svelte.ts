export { default } from "./++TurnDialog.svelte.ts";
export * from "./++TurnDialog.svelte.ts";
