// What the .deb and the .rpm say of themselves, what they need, and what they hold beside the program.
import { join } from 'node:path';
import { ROOT } from '../project.mjs';

/** What the .deb and the .rpm hold beside the program, and where. */
function systemFiles() {
  const files = {
    [`build/packaging/linux/usr-bin-unroll`]: '/usr/bin/unroll',
    [`build/packaging/linux/copyright`]: '/usr/share/doc/unroll/copyright',
    'out/notices/changelog.gz': '/usr/share/doc/unroll/changelog.gz',
    [`build/packaging/linux/org.unroll.Unroll.metainfo.xml`]: '/usr/share/metainfo/org.unroll.Unroll.metainfo.xml',
    // A desktop entry that names text would be the default for it wherever no editor is installed.
    [`build/packaging/linux/unroll-service-menu.desktop`]: '/usr/share/kio/servicemenus/unroll.desktop',
    [`build/packaging/linux/unroll.nemo_action`]: '/usr/share/nemo/actions/unroll.nemo_action',
  };
  return Object.entries(files).map(([from, to]) => `${join(ROOT, from)}=${to}`);
}

const installed = {
  afterInstall: `build/packaging/linux/after-install.sh`,
  afterRemove: `build/packaging/linux/after-remove.sh`,
  appArmorProfile: `build/packaging/linux/apparmor-profile`,
  fpm: systemFiles(),
};

/** electron-builder's own list, with sound and buffers, which it lacks. */
const DEBIAN = [
  'libgtk-3-0t64 | libgtk-3-0',
  'libnotify4',
  'libnss3',
  'libxss1',
  'libxtst6',
  'xdg-utils',
  'libatspi2.0-0t64 | libatspi2.0-0',
  'libuuid1',
  'libsecret-1-0',
  'libasound2t64 | libasound2',
  'libgbm1',
];
const RPM = [
  'gtk3',
  'libnotify',
  'nss',
  'libXScrnSaver',
  '(libXtst or libXtst6)',
  'xdg-utils',
  'at-spi2-core',
  '(libuuid or libuuid1)',
  '(alsa-lib or libasound2)',
  '(mesa-libgbm or libgbm1)',
];

/** `compression` is xz, zst or gz. */
export function linuxPackages(compression) {
  return {
    deb: {
      ...installed,
      compression,
      packageCategory: 'education',
      depends: DEBIAN,
      // One of them shows the sentence that stands in the place of an abort.
      recommends: ['zenity | kdialog | x11-utils'],
    },
    rpm: { ...installed, compression: compression === 'xz' ? 'xzmt' : 'gzip', depends: RPM },
  };
}
