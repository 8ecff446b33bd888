// Starts the desktop application: one instance, the page's scheme, then the application itself.
import { app, Menu } from 'electron';
import { freeUnusedMemoryNowAndThen } from '../src-engine/unused-memory';
import { Application, type ApplicationParts } from './application';
import { logUncaughtErrors } from './log';
import { declareAppScheme } from './window/app-scheme';
import { guardContents } from './window/guards';
import { filesAmong, filesHandedOver, type HandedOver } from './offers/started-with';

/** Beside the program, from a checkout, stands the application's folder. */
const WORDS_BEFORE_FILES = app.isPackaged ? 1 : 2;

/** Resolves to null where another instance runs: this one has handed over its files and goes. */
export async function startApplication(parts: ApplicationParts): Promise<Application | null> {
  const files = filesAmong(process.argv.slice(WORDS_BEFORE_FILES), process.cwd());
  if (!app.requestSingleInstanceLock({ files } satisfies HandedOver)) {
    app.quit();
    return null;
  }
  logUncaughtErrors();
  // Else Electron makes a menu of its own first.
  Menu.setApplicationMenu(null);
  declareAppScheme();
  guardContents();
  let started: Application | null = null;
  // macOS reports files through events, also before the application is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (started) void started.open([path]);
    else files.push(path);
  });
  await app.whenReady();
  const application = new Application(parts);
  started = application;
  app.on(
    'second-instance',
    (_event, _words, _folder, handedOver) => void application.open(filesHandedOver(handedOver)),
  );
  application.start(files);
  freeUnusedMemoryNowAndThen();
  return application;
}
