export { default } from "./++PresetBar.svelte.ts";
export * from "./++PresetBar.svelte.ts";
