export { default } from "./++ScaledCanvas.svelte.ts";
export * from "./++ScaledCanvas.svelte.ts";
