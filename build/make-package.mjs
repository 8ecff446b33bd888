// Runs electron-builder once, in a process of its own so that its log shows only when it fails.
// Arguments: the build's name, the folder to fill, Electron's version and folder.
import { build } from 'electron-builder';
import { packagingConfig } from './packaging-config.mjs';
import { ROOT } from './project.mjs';

const [name, output, version, folder] = process.argv.slice(2);
const config = packagingConfig({ electron: { version, folder }, isTestBuild: name === 'test', output });
await build({ projectDir: ROOT, config, dir: true });
