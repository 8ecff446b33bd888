// Serves the page under app://unroll, so that it has an origin of its own and never touches file://.
import { protocol, type ProtocolRequest, type ProtocolResponse } from 'electron';
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

const NOT_FOUND = { statusCode: 404, mimeType: 'text/plain', data: Buffer.from('Not found') };

export function servePage(page: PageSource): void {
  const answerTo = async ({ url, method, headers }: ProtocolRequest): Promise<ProtocolResponse> => {
    if (!isPageAddress(url) || method !== 'GET') return NOT_FOUND;
    const file = await page.read(new URL(url), headers.Accept ?? '*/*').catch(() => null);
    if (!file) return NOT_FOUND;
    return {
      data: Buffer.from(file.content.buffer, file.content.byteOffset, file.content.byteLength),
      headers: {
        'Content-Type': file.contentType,
        'Content-Security-Policy': page.contentSecurityPolicy,
        'X-Content-Type-Options': 'nosniff',
      },
    };
  };
  // Its successor makes a Request and a Response of each, for which Node reads its whole HTTP client before the window shows.
  // oxlint-disable-next-line typescript/no-deprecated -- Electron 45 still has it; where it has gone, no window opens and every desktop test fails.
  protocol.registerBufferProtocol(APP_SCHEME, (request, answer) => void answerTo(request).then(answer));
}
