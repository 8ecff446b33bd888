export { default } from "./++NewRun.svelte.ts";
export * from "./++NewRun.svelte.ts";
