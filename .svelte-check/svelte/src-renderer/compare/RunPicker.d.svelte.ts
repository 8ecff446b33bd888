export { default } from "./++RunPicker.svelte.ts";
export * from "./++RunPicker.svelte.ts";
