// Says which file answers an address of the page, and refuses whatever would leave the page's folder.
import { extname, join, normalize, sep } from 'node:path';

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export interface PageFile {
  path: string;
  contentType: string;
}

/** null for a path that escapes the folder, cannot be decoded, or is of a kind the page does not use. */
export function resolvePageFile(folder: string, addressPath: string): PageFile | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(addressPath);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null;
  const path = normalize(join(folder, decoded));
  const contentType = CONTENT_TYPES[extname(path)];
  if (!contentType || !path.startsWith(normalize(folder) + sep)) return null;
  return { path, contentType };
}
