export { default } from "./++SettingGroup.svelte.ts";
export * from "./++SettingGroup.svelte.ts";
