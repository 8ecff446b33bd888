// Extracts the user's message from a failed call to the main process.

/** Electron puts the channel's name before what went wrong on the other side. */
export function sentenceFrom(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^Error invoking remote method '[^']*': (Error: )?/, '');
}
