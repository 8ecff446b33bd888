// Builds parts of the application as they ship: `main` (with the engine's programs), `preload` and `renderer`, into FOLDER.
import { join } from 'node:path';
import { build } from 'vite';
import { resolveConfig } from 'electron-vite';
import { ROOT } from './project.mjs';

const [folder, ...parts] = process.argv.slice(2);
// What electron-vite's own command sets before it builds.
process.env.NODE_ENV_ELECTRON_VITE = 'production';
const wanted = { root: ROOT, configFile: join(ROOT, 'electron.config.ts'), build: { outDir: folder } };
const { config } = await resolveConfig(wanted, 'build', 'production');
for (const part of parts) await build(config[part]);
