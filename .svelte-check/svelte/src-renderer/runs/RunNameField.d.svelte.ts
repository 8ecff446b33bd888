export { default } from "./++RunNameField.svelte.ts";
export * from "./++RunNameField.svelte.ts";
