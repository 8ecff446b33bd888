export { default } from "./++RunMenu.svelte.ts";
export * from "./++RunMenu.svelte.ts";
