// Entry of the desktop application: one instance, the page's scheme, then the application itself.
import { app } from 'electron';
import log from 'electron-log/main.js';
import { Application } from './application';
import { declareAppScheme } from './window/app-scheme';
import { guardContents } from './window/guards';
import { filesAmong, filesHandedOver, type HandedOver } from './texts/started-with';

/** Beside the program, from a checkout, stands the application's folder. */
const WORDS_BEFORE_FILES = app.isPackaged ? 1 : 2;

function main(): void {
  const files = filesAmong(process.argv.slice(WORDS_BEFORE_FILES), process.cwd());
  // A second start hands its files to the first and goes.
  if (!app.requestSingleInstanceLock({ files } satisfies HandedOver)) {
    app.quit();
    return;
  }
  log.errorHandler.startCatching({ showDialog: false });
  declareAppScheme();
  guardContents();
  let application: Application | null = null;
  // A Mac tells of files by events, also before the application is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (application) application.open([path]);
    else files.push(path);
  });
  void app.whenReady().then(() => {
    application = new Application();
    app.on('second-instance', (_event, _words, _folder, handedOver) => application?.open(filesHandedOver(handedOver)));
    application.start(files);
  });
}

main();
