export { default } from "./++ZoomPicture.svelte.ts";
export * from "./++ZoomPicture.svelte.ts";
