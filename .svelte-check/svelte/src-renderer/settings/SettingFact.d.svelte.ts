export { default } from "./++SettingFact.svelte.ts";
export * from "./++SettingFact.svelte.ts";
