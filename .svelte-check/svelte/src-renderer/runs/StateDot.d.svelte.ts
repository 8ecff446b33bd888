export { default } from "./++StateDot.svelte.ts";
export * from "./++StateDot.svelte.ts";
