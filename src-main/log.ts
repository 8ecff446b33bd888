// Writes lines to the application's log. The library that does is read when there is a line, so that no start waits for it.

const library = async () => (await import('electron-log/main.js')).default;

export function logWarning(what: unknown): void {
  void library().then((log) => log.warn(what));
}

export function logFact(line: string): void {
  void library().then((log) => log.info(line));
}

/** Errors that nothing catches go to the log, and the application stays. */
export function logUncaughtErrors(): void {
  process.on('uncaughtException', logWarning);
  process.on('unhandledRejection', logWarning);
}
