// For the tests, which are checked by the compiler.
export function slugOf(heading: string): string;
