export { default } from "./++SearchPanel.svelte.ts";
export * from "./++SearchPanel.svelte.ts";
