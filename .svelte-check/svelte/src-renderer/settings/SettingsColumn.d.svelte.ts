export { default } from "./++SettingsColumn.svelte.ts";
export * from "./++SettingsColumn.svelte.ts";
