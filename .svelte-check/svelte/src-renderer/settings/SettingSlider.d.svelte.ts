export { default } from "./++SettingSlider.svelte.ts";
export * from "./++SettingSlider.svelte.ts";
