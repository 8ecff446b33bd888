// Before all component tests: builds and serves the page with their scenes, and opens the window to see it in.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openWindow } from './open-window';
import type {} from './provided';
import { buildScenes, serveScenes } from './serve-scenes';

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'unroll-components-'));
  const pages = join(folder, 'pages');
  const closers: (() => void | Promise<void>)[] = [
    () => rmSync(folder, { recursive: true, force: true, maxRetries: 20 }),
  ];
  const closeAll = async (): Promise<void> => {
    for (const close of closers.toReversed()) await close();
  };
  try {
    const executable = process.env.UNROLL_SCRIPT_ELECTRON;
    // So too where the tests are only listed.
    if (executable === undefined) return closeAll;
    await buildScenes(pages);
    project.onTestsRerun(() => buildScenes(pages));
    const scenes = await serveScenes(pages);
    closers.push(scenes.close);
    const window = await openWindow(executable, join(folder, 'user-data'));
    closers.push(window.close);
    project.provide('components', { scenes: scenes.address, window: window.address });
    return closeAll;
  } catch (error) {
    await closeAll();
    throw error;
  }
}
