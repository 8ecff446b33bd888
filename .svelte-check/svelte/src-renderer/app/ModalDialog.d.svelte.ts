export { default } from "./++ModalDialog.svelte.ts";
export * from "./++ModalDialog.svelte.ts";
