// Reads what Chromium logged of its network: every request, name looked up and connection begun, by the page or by anything else in the application.
import { expect } from 'vitest';

interface NetworkLog {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; params?: { url?: string; host?: string; address?: string } }[];
}

/** What goes out, by Chromium's names. */
const OUTWARD = ['URL_REQUEST_START_JOB', 'HOST_RESOLVER_MANAGER_REQUEST', 'TCP_CONNECT_ATTEMPT', 'UDP_CONNECT'];

/** What left the application, or tried to; requests for our own page are answered inside it. */
function requestsIn({ constants, events }: NetworkLog): string[] {
  const types = new Map(OUTWARD.map((name) => [constants.logEventTypes[name], name]));
  return events.flatMap(({ type, params }) => {
    const name = types.get(type);
    const target = params?.url ?? params?.host ?? params?.address ?? '';
    // The end of what has begun says no target.
    return name === undefined || target === '' || /^(app|devtools|data|blob):/.test(target)
      ? []
      : [`${name} ${target}`];
  });
}

export function expectNoRequests(log: string): void {
  const parsed = JSON.parse(log) as NetworkLog;
  // A log in which nothing could be found proves nothing.
  expect(parsed.constants.logEventTypes).toHaveProperty('URL_REQUEST_START_JOB');
  expect(parsed.events.length).toBeGreaterThan(0);
  expect(requestsIn(parsed)).toEqual([]);
}
