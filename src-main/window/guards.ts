// Shuts what a page could otherwise reach: the network, other windows, navigation, devices and permissions.
import { app, type Session } from 'electron';

const ALLOWED_PROTOCOLS = new Set(['app:', 'devtools:']);
/** The page's Copy button. */
const ALLOWED_PERMISSION = 'clipboard-sanitized-write';

export function guardContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    // Its packets would go past the session's filter of requests.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}

/** `reachable` are origins that the page may reach beside its own address. */
export function guardSession(session: Session, reachable: readonly string[]): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const { protocol, host } = new URL(details.url);
    answer({ cancel: !ALLOWED_PROTOCOLS.has(protocol) && !reachable.includes(`${protocol}//${host}`) });
  });
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === ALLOWED_PERMISSION));
  session.setPermissionCheckHandler((_contents, permission) => permission === ALLOWED_PERMISSION);
  session.setDevicePermissionHandler(() => false);
  // It would fetch a dictionary at the start, past the filter above, although no page has spelling checked. To disable it does not prevent that.
  session.setSpellCheckerLanguages([]);
  session.on('will-download', (event) => event.preventDefault());
}
