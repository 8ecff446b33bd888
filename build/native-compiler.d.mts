// The types of ./native-compiler.mjs, for the tests that compile kernels in ways of their own.
interface Options {
  platform?: string;
  arch?: string;
  more?: string[];
}

export const SOURCES: string;
export function findCompiler(names?: string[]): string | null;
export function canCompileFor(platform: string, arch: string): boolean;
export function compileSets(compiler: string, folder: string, options?: Options): Promise<string[]>;
export function compileAddon(compiler: string, out: string, options?: Options): Promise<void>;
