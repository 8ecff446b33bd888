// The page while it is worked on: Vite's server on this computer answers app://unroll, and its socket reports changes to the page.
import { CONTENT_SECURITY_POLICY, policyText } from '../window/built-page';
import type { PageSource } from '../window/page-source';

/** `server` is Vite's address, such as http://127.0.0.1:5173. */
export function servedPage(server: string): PageSource {
  const socket = server.replace(/^http/, 'ws');
  return {
    contentSecurityPolicy: policyText({
      ...CONTENT_SECURITY_POLICY,
      // A changed style sheet arrives as a style element.
      'style-src': "'self' 'unsafe-inline'",
      'connect-src': socket,
    }),
    reachable: [socket],
    read: async (address, accept) => {
      const answer = await fetch(new URL(address.pathname + address.search, server), { headers: { accept } });
      if (!answer.ok) return null;
      const contentType = answer.headers.get('Content-Type') ?? 'application/octet-stream';
      return { content: new Uint8Array(await answer.arrayBuffer()), contentType };
    },
  };
}
