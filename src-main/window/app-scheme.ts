// Serves the built page under app://unroll, so that it has an origin of its own and never touches file://.
import { protocol } from 'electron';
import { readFile } from 'node:fs/promises';
import { resolvePageFile } from './page-files';

const APP_SCHEME = 'app';
const APP_HOST = 'unroll';
export const PAGE_ADDRESS = `${APP_SCHEME}://${APP_HOST}/index.html`;

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html',
].join('; ');

/** Must run before the application is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

export function isPageAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST;
}

export function servePage(folder: string): void {
  protocol.handle(APP_SCHEME, async (request) => {
    const file = isPageAddress(request.url) ? resolvePageFile(folder, new URL(request.url).pathname) : null;
    if (!file || request.method !== 'GET') return new Response('Not found', { status: 404 });
    try {
      return new Response(await readFile(file.path), {
        headers: {
          'Content-Type': file.contentType,
          'Content-Security-Policy': CONTENT_SECURITY_POLICY,
          'X-Content-Type-Options': 'nosniff',
        },
      });
    } catch {
      return new Response('Not found', { status: 404 });
    }
  });
}
