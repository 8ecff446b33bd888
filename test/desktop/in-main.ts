// Reads from and acts in the main process, also where the inspector loses the answer: V8 may collect the promise that carries it
// (“Resulting promise was garbage collected”) after the function has run.
import type * as Electron from 'electron';
import type { ElectronApplication } from 'playwright-core';

type Main = typeof Electron;

const isAnswerLost = (error: unknown): boolean => error instanceof Error && error.message.includes('garbage collected');

/** What `read` returns. It changes nothing, so it is asked again where its answer was lost. */
export async function readInMain<Result, Given>(
  app: ElectronApplication,
  read: (electron: Main, given: Given) => Result,
  given: Given,
): Promise<Awaited<Result>> {
  for (;;) {
    try {
      return await app.evaluate<Awaited<Result>, unknown>(
        read as (electron: Main, given: unknown) => Awaited<Result>,
        given,
      );
    } catch (error) {
      if (!isAnswerLost(error)) throw error;
    }
  }
}

/** `act` answers nothing, and has run once also where that was lost. */
export async function actInMain<Given>(
  app: ElectronApplication,
  act: (electron: Main, given: Given) => void,
  given: Given,
): Promise<void> {
  try {
    await app.evaluate(act as (electron: Main, given: unknown) => void, given);
  } catch (error) {
    if (!isAnswerLost(error)) throw error;
  }
}
