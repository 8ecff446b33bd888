// The least that an Electron application can be: one sandboxed window with nothing in it. `bench:start` measures Unroll's start beside it.
import { app, BrowserWindow } from 'electron';

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } });
  void window.loadURL('data:text/html,<!doctype html><title>Empty</title>');
});
