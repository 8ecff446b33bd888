// Entry of the installed program: the terminal host where the launcher asked for it, else the window.
import { terminalWords } from './terminal-words';

const words = terminalWords(process.argv);
if (words) {
  // Electron opens a display once this script has been evaluated: the process ends before.
  process.argv = [process.execPath, 'unroll', ...words];
  await import('./terminal/terminal-main');
  const written = (stream: NodeJS.WriteStream) => new Promise((resolve) => stream.write('', resolve));
  await Promise.all([written(process.stdout), written(process.stderr)]);
  process.exit(process.exitCode);
}
await import('./open-window');
