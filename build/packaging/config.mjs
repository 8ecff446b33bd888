// The one electron-builder configuration, for every system: what goes in, what it is installed as, and what is made of it.
import { join } from 'node:path';
import { finishPackage } from './finish-package.mjs';
import { linuxPackages } from './linux-packages.mjs';

const HERE = 'build/packaging';
/** Electron's folder holds its own licence only for some systems, its package always does; Chromium's is in the folder. */
function licences(electronFolder) {
  return [
    { from: 'LICENSE', to: 'licences/LICENSE.txt' },
    { from: 'out/notices/NOTICES.txt', to: 'licences/NOTICES.txt' },
    { from: 'node_modules/electron/LICENSE', to: 'licences/LICENSE.electron.txt' },
    { from: join(electronFolder, 'LICENSES.chromium.html'), to: 'licences/LICENSES.chromium.html' },
  ];
}

const MODEL = {
  ext: 'safetensors',
  name: 'Safetensors model',
  description: 'Safetensors model',
  role: 'Viewer',
  mimeType: 'application/vnd.safetensors',
};
/** Offered beside the others, never the default. */
const TEXT = { ext: ['txt', 'md'], name: 'Text', role: 'Viewer', rank: 'Alternate' };

/** Bytes of locales are most of what nobody uses: the page is English, and Chromium's own few words fall back to it. */
const LANGUAGES = ['en-US', 'en'];

/** `compression` is the packages': xz, zst or gz. `homepage` is where releases are, where that is known. */
export function packagingConfig({ electron, isTestBuild, output, compression = 'xz', homepage = null }) {
  const { env } = process;
  return {
    appId: 'org.unroll.Unroll',
    productName: 'Unroll',
    electronVersion: electron.version,
    electronDist: electron.folder,
    electronLanguages: LANGUAGES,
    directories: { output, buildResources: HERE },
    files: [
      'out/main',
      'out/preload',
      'out/renderer',
      'out/kernels',
      'out/samples',
      'out/cmaps',
      'out/handover',
      'out/web-page',
      'package.json',
      '!**/*.map',
      '!**/.vite',
    ],
    extraMetadata: homepage === null ? {} : { homepage },
    extraResources: licences(electron.folder),
    asar: true,
    // The system's loader takes a file, not a place in the archive.
    asarUnpack: ['out/kernels/*.node'],
    npmRebuild: false,
    publish: null,
    toolsets: { appimage: '1.0.3' },
    afterPack: (context) => finishPackage(context, isTestBuild),
    // A double click on a model opens it.
    fileAssociations: [MODEL],
    linux: {
      executableName: 'unroll',
      icon: `${HERE}/icons`,
      category: 'Education',
      syncDesktopName: true,
      executableArgs: ['%F'],
      synopsis: 'Train a small network on your own text',
      maintainer: 'The Unroll authors <unroll@localhost>',
      extraFiles: ['unroll', 'sandbox-trouble'].map((name) => ({ from: `${HERE}/linux/${name}`, to: `bin/${name}` })),
      target: ['tar.gz', 'deb', 'rpm', 'AppImage'],
    },
    ...linuxPackages(compression),
    mac: {
      category: 'public.app-category.education',
      icon: `${HERE}/icons/icon.icns`,
      fileAssociations: [TEXT],
      extraResources: [{ from: `${HERE}/mac/unroll`, to: 'bin/unroll' }],
      // All lie in one release, and a person has to tell them apart.
      artifactName: '${productName}-${version}-mac-${arch}.${ext}',
      target: ['dmg', 'zip'],
      minimumSystemVersion: '13.0',
      hardenedRuntime: true,
      gatekeeperAssess: false,
      entitlements: `${HERE}/mac/entitlements.plist`,
      entitlementsInherit: `${HERE}/mac/entitlements.plist`,
      // Without a certificate in the environment it is signed for nobody, which Apple's processors ask for at least.
      ...(env.CSC_LINK || env.CSC_NAME ? {} : { identity: '-' }),
      notarize: Boolean(env.APPLE_API_KEY || env.APPLE_ID || env.APPLE_KEYCHAIN_PROFILE),
    },
    win: {
      icon: `${HERE}/icons/icon.ico`,
      extraResources: [{ from: `${HERE}/windows/unroll.cmd`, to: 'bin/unroll.cmd' }],
      artifactName: '${productName}-${version}-windows-${arch}.${ext}',
      target: ['nsis', 'zip'],
    },
    nsis: {
      // For this user, without an administrator; what they made stays when the program goes.
      oneClick: true,
      artifactName: '${productName}-Setup-${version}-${arch}.${ext}',
      perMachine: false,
      deleteAppDataOnUninstall: false,
      include: `${HERE}/windows/installer.nsh`,
    },
  };
}
