export { default } from "./++PreferencesDialog.svelte.ts";
export * from "./++PreferencesDialog.svelte.ts";
