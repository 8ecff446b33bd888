// The browser of the component tests: one bare window of the Electron that the application runs on.
import { app, BrowserWindow } from 'electron';

await app.whenReady();
const window = new BrowserWindow({ width: 800, height: 600, useContentSize: true, webPreferences: { sandbox: true } });
await window.loadURL('about:blank');
