// Answers the system's dialogs in the user's place; no test can press their buttons.
import type { ElectronApplication } from 'playwright-core';
import { actInMain } from './in-main';

/** Null stands for Cancel. */
export async function answerSaveDialogs(app: ElectronApplication, path: string | null): Promise<void> {
  await actInMain(
    app,
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
    },
    path,
  );
}

/** None stands for Cancel. */
export async function answerOpenDialogs(app: ElectronApplication, paths: string[]): Promise<void> {
  await actInMain(
    app,
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths });
    },
    paths,
  );
}

/** Answers every question with the button at `response`, and counts what was asked. */
export async function answerQuestions(
  app: ElectronApplication,
  response: number,
  checkboxChecked: boolean,
): Promise<() => Promise<number>> {
  const asked = await app.evaluateHandle(
    ({ dialog }, answer) => {
      const count = { asked: 0 };
      dialog.showMessageBox = () => {
        count.asked += 1;
        return Promise.resolve(answer);
      };
      return count;
    },
    { response, checkboxChecked },
  );
  return () => asked.evaluate((count) => count.asked);
}
