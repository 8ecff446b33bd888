export { default } from "./++PlainNumber.svelte.ts";
export * from "./++PlainNumber.svelte.ts";
