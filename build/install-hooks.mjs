// npm runs it after an installation: has git format and lint what is staged before it is committed.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import husky from 'husky';
import { ROOT } from './project.mjs';

/** A linked worktree has a file there, and shares its settings with the checkout it came from: that one decides. */
function isCheckout() {
  return statSync(join(ROOT, '.git'), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Hooks that the user has chosen stay. */
function hasOtherHooks() {
  const { stdout } = spawnSync('git', ['config', 'core.hooksPath'], { cwd: ROOT, encoding: 'utf8' });
  return Boolean(stdout?.trim()) && stdout.trim() !== '.husky/_';
}

if (!process.env.CI && isCheckout() && !hasOtherHooks()) {
  const trouble = husky();
  if (trouble) console.log(`The hooks were not installed: ${trouble}`);
}
