export { default } from "./++ByTheBook.svelte.ts";
export * from "./++ByTheBook.svelte.ts";
