// The least that an Electron application can be: one sandboxed window with nothing in it, with `--engine` beside a utility process
// with nothing in it. `bench:start` measures Unroll's start beside both.
import { app, BrowserWindow, utilityProcess } from 'electron';
import { join } from 'node:path';

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } });
  void window.loadURL('data:text/html,<!doctype html><title>Empty</title>');
  if (process.argv.includes('--engine')) utilityProcess.fork(join(import.meta.dirname, 'empty-engine.mjs'));
});
