export { default } from "./++ParallelPicture.svelte.ts";
export * from "./++ParallelPicture.svelte.ts";
