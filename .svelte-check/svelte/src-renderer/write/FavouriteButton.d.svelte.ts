export { default } from "./++FavouriteButton.svelte.ts";
export * from "./++FavouriteButton.svelte.ts";
