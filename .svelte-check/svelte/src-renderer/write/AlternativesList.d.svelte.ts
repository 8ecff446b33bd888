export { default } from "./++AlternativesList.svelte.ts";
export * from "./++AlternativesList.svelte.ts";
