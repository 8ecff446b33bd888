// Separates what only the user can bring (a right to install, a connection) from what broke: the first is left out, the second fails.
const NO_CONNECTION =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH)\b|getaddrinfo|Temporary failure resolving|Could not (connect|resolve)|Unable to connect/i;

/** An error whose message is the reason, with the line to run where there is one. */
export function unavailable(reason) {
  return Object.assign(new Error(reason), { isUnavailable: true });
}

/** Whether a failed program printed that it found no way out of this machine. */
export function isOffline(error) {
  return NO_CONNECTION.test(`${error.message}\n${error.output ?? ''}`);
}

/** Runs `bring`; where only the connection was missing, it is `what` that is unavailable. */
export async function orOffline(what, bring) {
  try {
    return await bring();
  } catch (error) {
    if (!isOffline(error)) throw error;
    throw unavailable(`${what} is not here yet, and without a connection it cannot be downloaded`);
  }
}
