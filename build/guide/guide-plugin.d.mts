// For the configuration and the tests, which are checked by the compiler.
import type { Plugin } from 'vite';
import type { Chapter } from '../../src-renderer/guide/guide-tree';

export function guide(): Plugin;
export function chapterNames(): string[];
export function chapterFile(name: string): string;
export function readGuide(): Chapter[];
