// Lays out a file that a command wrote, as `npm run format` would.
import { ROOT } from './project.mjs';
import { runQuietly } from './run.mjs';
import { toolPath } from './tools.mjs';

export const formatFile = (path) => runQuietly(process.execPath, [toolPath('oxfmt'), path], { cwd: ROOT });
