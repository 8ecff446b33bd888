export { default } from "./++ModelView.svelte.ts";
export * from "./++ModelView.svelte.ts";
