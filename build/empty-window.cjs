// The least that an Electron application can be: one sandboxed window with nothing in it. `bench:start` measures Unroll's start beside it.
const { app, BrowserWindow } = require('electron');

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } });
  window.loadURL('data:text/html,<!doctype html><title>Empty</title>');
});
