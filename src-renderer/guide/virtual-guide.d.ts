// What build/guide/guide-plugin.mjs puts into the page.
declare module 'virtual:guide' {
  import type { Chapter } from './guide-tree';

  export const CHAPTERS: Chapter[];
  /** The address of a picture, by its file as the chapter names it. */
  export function pictureOf(file: string, isDark: boolean): string;
}
