export { default } from "./++SearchFormView.svelte.ts";
export * from "./++SearchFormView.svelte.ts";
