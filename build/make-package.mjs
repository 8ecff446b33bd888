// Runs electron-builder once, in a process of its own so that its log shows only when it fails. Argument: what to make, as JSON.
import { build, Platform } from 'electron-builder';
import { packagingConfig } from './packaging/config.mjs';
import { ROOT } from './project.mjs';

/** Without `targets` it is the unpacked application, with them they are made of it (`prepackaged`). */
const {
  isTestBuild = false,
  electron,
  output,
  prepackaged,
  targets,
  compression,
  homepage,
} = JSON.parse(process.argv[2] ?? '{}');
const config = packagingConfig({ electron, isTestBuild, output, compression, homepage });
const what = targets ? { targets: Platform.current().createTarget(targets), prepackaged } : { dir: true };
await build({ projectDir: ROOT, config, ...what });
