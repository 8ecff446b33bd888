export { default } from "./++RecentTexts.svelte.ts";
export * from "./++RecentTexts.svelte.ts";
