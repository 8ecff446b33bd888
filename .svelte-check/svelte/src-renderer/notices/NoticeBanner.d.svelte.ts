export { default } from "./++NoticeBanner.svelte.ts";
export * from "./++NoticeBanner.svelte.ts";
