// What electron-builder leaves to its users: Electron's switches burnt in, no second copies, and Linux's window launcher.
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../project.mjs';
import { burnIn, fuses } from './fuses.mjs';

function executableIn({ appOutDir, electronPlatformName: platform, packager }) {
  if (platform === 'linux') return join(appOutDir, packager.executableName);
  return join(appOutDir, `${packager.appInfo.productFilename}${platform === 'darwin' ? '.app' : '.exe'}`);
}

/** electron-builder's hook, before anything is signed. */
export async function finishPackage(context, isTestBuild) {
  const { appOutDir, electronPlatformName: platform } = context;
  const executable = executableIn(context);
  await burnIn(executable, fuses({ isTestBuild, platform }), { resetAdHocDarwinSignature: platform === 'darwin' });
  // They are among the licences already.
  for (const copy of ['LICENSE.electron.txt', 'LICENSES.chromium.html']) rmSync(join(appOutDir, copy), { force: true });
  if (platform !== 'linux' || existsSync(`${executable}.bin`)) return;
  renameSync(executable, `${executable}.bin`);
  copyFileSync(join(ROOT, 'build/packaging/linux/unroll-window'), executable);
}
