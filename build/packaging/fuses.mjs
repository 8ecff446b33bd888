// Electron's switches: which are on in what ships, and how they are burnt into it.

/** Electron's security checklist; the tests' build alone leaves the inspector on, by which Playwright takes hold. */
export function fuses({ isTestBuild, platform }) {
  return {
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: isTestBuild,
    OnlyLoadAppFromAsar: true,
    // Electron checks the archive's integrity on these two systems only.
    EnableEmbeddedAsarIntegrityValidation: platform === 'darwin' || platform === 'win32',
    GrantFileProtocolExtraPrivileges: false,
    // WebAssembly's memory is watched by guard pages instead of an instruction at each access, where Electron has the switch.
    WasmTrapHandlers: true,
  };
}

/** Version 2 knows the newest switches and needs Node 22.12; on an older one the others are burnt in by version 1. */
async function fusesLibrary() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12) ? import('electron-fuses-2') : import('@electron/fuses');
}

export async function burnIn(executable, wanted, { resetAdHocDarwinSignature }) {
  const { flipFuses, getCurrentFuseWire, FuseVersion, FuseV1Options } = await fusesLibrary();
  const wire = await getCurrentFuseWire(executable);
  // An older Electron has fewer of them, and so has an older library.
  const known = Object.entries(wanted).filter(([name]) => wire[FuseV1Options[name]] !== undefined);
  const values = Object.fromEntries(known.map(([name, isOn]) => [FuseV1Options[name], isOn]));
  await flipFuses(executable, { version: FuseVersion.V1, resetAdHocDarwinSignature, ...values });
}
