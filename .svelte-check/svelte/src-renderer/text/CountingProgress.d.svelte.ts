export { default } from "./++CountingProgress.svelte.ts";
export * from "./++CountingProgress.svelte.ts";
