export { default } from "./++Confirmation.svelte.ts";
export * from "./++Confirmation.svelte.ts";
