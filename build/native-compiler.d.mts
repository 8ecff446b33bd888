// The types of ./native-compiler.mjs, for the tests that compile kernels in ways of their own.
interface Options {
  platform?: string;
  arch?: string;
  more?: string[];
}

export function findCompiler(names?: string[]): string | null;
export function canCompileFor(platform: string, arch: string): boolean;
export function compileAddon(compiler: string, out: string, options?: Options): Promise<void>;
export function compileReplay(compiler: string, out: string, options?: Options): Promise<void>;
