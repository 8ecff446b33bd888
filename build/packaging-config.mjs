// How electron-builder makes the application: what goes in, and which of Electron's switches are burnt into it.

/** Electron's security checklist; the tests' build alone leaves the inspector on, by which Playwright takes hold. */
function fuses(isTestBuild) {
  return {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: isTestBuild,
    onlyLoadAppFromAsar: true,
    // Electron checks the archive's integrity on these two systems only.
    enableEmbeddedAsarIntegrityValidation: process.platform === 'darwin' || process.platform === 'win32',
    grantFileProtocolExtraPrivileges: false,
  };
}

export function packagingConfig({ electron, isTestBuild, output }) {
  return {
    appId: 'org.unroll.Unroll',
    productName: 'Unroll',
    electronVersion: electron.version,
    electronDist: electron.folder,
    directories: { output },
    files: ['out/main', 'out/preload', 'out/renderer', 'out/kernels', 'out/samples', 'out/cmaps', 'package.json'],
    asar: true,
    // The system's loader takes a file, not a place in the archive.
    asarUnpack: ['out/kernels/*.node'],
    npmRebuild: false,
    publish: null,
    // A double click on a model opens it.
    fileAssociations: [
      { ext: 'safetensors', name: 'Safetensors model', role: 'Viewer', mimeType: 'application/vnd.safetensors' },
    ],
    electronFuses: fuses(isTestBuild),
    linux: { executableName: 'unroll', category: 'Education', target: 'dir' },
    mac: { category: 'public.app-category.education', target: 'dir' },
    win: { target: 'dir' },
  };
}
