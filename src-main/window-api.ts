// What the preload gives the page, types only: the page knows tokens and names, never a path.
import type { MenuCommand } from './menu-command';

export interface OfferedText {
  token: string;
  names: string[];
}

export interface SampleText {
  id: string;
  title: string;
  description: string;
}

/** How an export through the system's dialog ended; `saved` is the file's name, null when the person cancelled. */
export interface SaveResult {
  saved: string | null;
  sentence: string | null;
}

export interface WindowApi {
  /** The system's dialog; null when the person cancelled. */
  chooseText(): Promise<OfferedText | null>;
  /** For files and folders that were dropped. */
  offerDrop(files: File[]): Promise<OfferedText>;
  sampleTexts(): Promise<SampleText[]>;
  offerSampleText(id: string): Promise<OfferedText>;
  saveText(suggestedName: string, text: string): Promise<SaveResult>;
  exportModel(run: string, suggestedName: string): Promise<SaveResult>;
  /** Called with a sentence each time the engine's process has ended by itself; a new one is on its way. */
  onEngineLost(listener: (sentence: string) => void): void;
  /** Called when the person chooses something in the menu that the page has to do. */
  onMenuCommand(listener: (command: MenuCommand) => void): void;
}

/** How the port to the engine reaches the page: `window` gets a message with this as data and one port, at every engine start. */
export const ENGINE_PORT_MESSAGE = 'unroll:engine-port';

declare global {
  interface Window {
    unroll: WindowApi;
  }
}
