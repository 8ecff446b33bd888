export function formatFile(path: string): Promise<string>;
