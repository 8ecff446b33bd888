// For the tests, which are checked by the compiler.
import type { Chapter } from '../../src-renderer/guide/guide-tree';

export function readChapter(name: string, markdown: string): Chapter;
