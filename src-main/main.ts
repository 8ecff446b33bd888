// Entry of the desktop application: one instance, the page's scheme, then the application itself.
import { app } from 'electron';
import { Application } from './application';
import { declareAppScheme } from './app-scheme';
import { guardContents } from './guards';

function main(): void {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  declareAppScheme();
  guardContents();
  void app.whenReady().then(() => {
    const application = new Application();
    app.on('second-instance', () => application.showWindow());
    application.start();
  });
}

main();
