// Serves the page under app://unroll, so that it has an origin of its own and never touches file://.
import { protocol } from 'electron';
import type { PageSource } from './page-source';

const APP_SCHEME = 'app';
const APP_HOST = 'unroll';
export const PAGE_ADDRESS = `${APP_SCHEME}://${APP_HOST}/index.html`;

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

export function servePage(page: PageSource): void {
  protocol.handle(APP_SCHEME, async (request) => {
    const notFound = new Response('Not found', { status: 404 });
    if (!isPageAddress(request.url) || request.method !== 'GET') return notFound;
    const accept = request.headers.get('Accept') ?? '*/*';
    const file = await page.read(new URL(request.url), accept).catch(() => null);
    if (!file) return notFound;
    return new Response(file.content, {
      headers: {
        'Content-Type': file.contentType,
        'Content-Security-Policy': page.contentSecurityPolicy,
        'X-Content-Type-Options': 'nosniff',
      },
    });
  });
}
