// Knows the launcher's word: by it alone, and never by a file's name, the program runs a command instead of opening its window.

/** What `bin/unroll` puts before the person's words; Chromium takes nothing after -- for a switch of its own. */
const TERMINAL_WORDS = ['--unroll-terminal', '--'];

/** The words of the command; null where the window is meant. */
export function terminalWords(argv: readonly string[]): string[] | null {
  const at = argv.indexOf('--');
  if (at < 1 || argv[at - 1] !== TERMINAL_WORDS[0]) return null;
  return argv.slice(at + 1);
}
