export { default } from "./++SearchProgress.svelte.ts";
export * from "./++SearchProgress.svelte.ts";
