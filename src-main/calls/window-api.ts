// What the preload gives the page, types only: the page knows tokens and names, never a path.
import type { DraftFormat } from '../../src-engine/protocol/draft-formats';
import type { MenuCommand, PageMenuState } from '../menu/menu-table';
import type { ShortcutGroup } from '../menu/shortcuts';

/** A text to read, a model to open, a run's folder to import, or a file to be written. */
export type OfferKind = 'text' | 'model' | 'run' | 'target';

/** Files or folders of the user's; the token stands for their paths. */
export interface Offered {
  token: string;
  kind: OfferKind;
  names: string[];
}

/** How moving runs to the trash ended; none are gone when the user thought better of it. */
export interface TrashResult {
  gone: string[];
  /** Of the first that could not be moved. */
  sentence: string | null;
}

export interface SampleText {
  id: string;
  title: string;
  description: string;
  /** What the network that came with it begins with; null where none did. */
  prompt: string | null;
}

/** How an export through the system's dialog ended; `saved` is the file's name, null when the user cancelled. */
export interface SaveResult {
  saved: string | null;
  /** Stands for where it was saved. */
  place?: string;
  sentence: string | null;
}

/** What the user prefers of the application as a whole, whatever run is open. */
export interface PersonalPreferences {
  theme: 'system' | 'light' | 'dark';
  keepAwake: boolean;
  notifyAtEnd: boolean;
  closingWhileTraining: 'ask' | 'background' | 'quit';
  /** Then it does not come by itself again. */
  wasTourLeft: boolean;
}

/** What the program is, and what it is made of. */
export interface AboutProgram {
  version: string;
  /** What the engine computes with; null until it has begun. */
  vectors: string | null;
  /** The licences of every bundled package; null in a checkout. */
  notices: string | null;
}

/** What a page can show before the engine has listed anything. */
export interface LastList {
  /** There is neither a run nor a model. */
  isEmpty: boolean;
  /** What the last engine left; null where the page had better wait for this one. */
  text: string | null;
}

/** What a page shows first; it lies in the page as JSON, in the element of this name. */
export interface Beginning {
  list: LastList;
  samples: SampleText[];
  preferences: PersonalPreferences;
}

/** Settings that the user keeps: those that differ from the defaults. */
export interface OwnPreset {
  name: string;
  values: Record<string, number | string>;
}

export type ModelFormat = 'safetensors' | 'onnx' | 'html';
export type FileForm = 'png' | 'csv' | 'json';

export interface WindowApi {
  /** How the system's people write numbers, as a language tag. */
  locale: string;
  shortcuts: ShortcutGroup[];
  /** The system's dialog; null when the user cancelled. */
  chooseText(): Promise<Offered | null>;
  /** Keeps what is on the clipboard as a text; rejects where there is none. */
  pasteText(): Promise<Offered>;
  /** A model's file, by the system's dialog; null when the user cancelled. */
  chooseModel(): Promise<Offered | null>;
  /** For files and folders that were dropped: each thing among them. */
  offerDrop(files: File[]): Promise<Offered[]>;
  /** The newest first; only those that are still where they were. */
  recentTexts(): Promise<Offered[]>;
  forgetRecentTexts(): Promise<void>;
  /** Asks where a copy of the text is to be written; null when the user cancelled. */
  chooseConversion(token: string): Promise<Offered | null>;
  /** Asks for a run's folder that lies elsewhere; null when the user cancelled. */
  chooseRunFolder(): Promise<Offered | null>;
  /** Asks where the folder is to be made with which a run goes on elsewhere; null when the user cancelled. */
  chooseHandoverFolder(suggestedName: string): Promise<Offered | null>;
  /** Shows what a token stands for in the system's file manager. */
  showOffered(token: string): Promise<void>;
  /** Shows a run's folder in the system's file manager. */
  revealRun(run: string): Promise<void>;
  /** Asks once, then moves runs to the system's trash. */
  trashRuns(runs: { id: string; name: string }[]): Promise<TrashResult>;
  offerSampleText(id: string): Promise<Offered>;
  /** The network that was trained on it. */
  offerSampleNetwork(id: string): Promise<Offered>;
  saveDraft(run: string, draft: string, format: DraftFormat, suggestedName: string): Promise<SaveResult>;
  /** Something the page has made: a picture or a table. */
  saveFile(suggestedName: string, form: FileForm, data: Uint8Array): Promise<SaveResult>;
  /** A run's or a model's network, as it is now or as it was at a checkpoint. */
  exportModel(network: string, update: number | null, suggestedName: string, format: ModelFormat): Promise<SaveResult>;
  /** Shows a saved file in the system's file manager, by the place of its result. */
  showSaved(place: string): Promise<void>;
  /** Called with a message each time the engine's process has exited unexpectedly; a new one is starting. */
  onEngineLost(listener: (sentence: string) => void): void;
  /** The engine is wanted now; by itself it begins a little after the window is drawn. */
  beginEngine(): Promise<void>;
  /** Says what the menu may offer now. */
  tellMenu(state: PageMenuState): Promise<void>;
  ownPresets(): Promise<OwnPreset[]>;
  /** All of them, in the place of those before. */
  saveOwnPresets(presets: OwnPreset[]): Promise<void>;
  changePreferences(change: Partial<PersonalPreferences>): Promise<void>;
  aboutProgram(): Promise<AboutProgram>;
  /** Shows the files of all licences, Electron's and Chromium's too, in the system's file manager. */
  showLicences(): Promise<void>;
  onPreferencesChanged(listener: (preferences: PersonalPreferences) => void): void;
  /** Called with each thing that the application was started with, or that was opened by a double click. */
  onOffered(listener: (offered: Offered) => void): void;
  /** Called with the run that the user asked for outside of the window. */
  onOpenRun(listener: (run: string) => void): void;
  /** Called with a message for the user. */
  onNotice(listener: (sentence: string) => void): void;
  /** Called when the user chooses something in the menu that the page has to do. */
  onMenuCommand(listener: (command: MenuCommand) => void): void;
}

/** How the port to the engine reaches the page: `window` gets a message with this as data and one port, at every engine start. */
export const ENGINE_PORT_MESSAGE = 'unroll:engine-port';

/** How the main process hands the locale to the preload. */
export const LOCALE_SWITCH = '--unroll-locale=';

declare global {
  interface Window {
    unroll: WindowApi;
  }
}
