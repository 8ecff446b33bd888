// The only bridge into the page: turns dropped files into paths for the main process, and hands over the engine's port.
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { CHANNELS } from './calls/channels';
import { isMenuCommand } from './menu/menu-table';
import { shortcutGroups } from './menu/shortcuts';
import { ENGINE_PORT_MESSAGE, LOCALE_SWITCH, type WindowApi } from './calls/window-api';

/** What the main process sends; it has checked what it hands on. */
function hear(channel: string, listener: (message: never) => void): void {
  ipcRenderer.on(channel, (_event, message) => listener(message as never));
}

const localeWord = process.argv.find((word) => word.startsWith(LOCALE_SWITCH));

const api: WindowApi = {
  locale: localeWord?.slice(LOCALE_SWITCH.length) ?? navigator.language,
  shortcuts: shortcutGroups(process.platform === 'darwin'),
  chooseText: () => ipcRenderer.invoke(CHANNELS.chooseText),
  pasteText: () => ipcRenderer.invoke(CHANNELS.pasteText),
  chooseModel: () => ipcRenderer.invoke(CHANNELS.chooseModel),
  offerDrop: (files) =>
    ipcRenderer.invoke(
      CHANNELS.offerDrop,
      files.map((file) => webUtils.getPathForFile(file)),
    ),
  recentTexts: () => ipcRenderer.invoke(CHANNELS.recentTexts),
  forgetRecentTexts: () => ipcRenderer.invoke(CHANNELS.forgetRecentTexts),
  chooseConversion: (token) => ipcRenderer.invoke(CHANNELS.chooseConversion, token),
  chooseRunFolder: () => ipcRenderer.invoke(CHANNELS.chooseRunFolder),
  chooseHandoverFolder: (suggestedName) => ipcRenderer.invoke(CHANNELS.chooseHandoverFolder, suggestedName),
  showOffered: (token) => ipcRenderer.invoke(CHANNELS.showOffered, token),
  revealRun: (run) => ipcRenderer.invoke(CHANNELS.revealRun, run),
  trashRuns: (runs) => ipcRenderer.invoke(CHANNELS.trashRuns, runs),
  offerSampleText: (id) => ipcRenderer.invoke(CHANNELS.offerSampleText, id),
  offerSampleNetwork: (id) => ipcRenderer.invoke(CHANNELS.offerSampleNetwork, id),
  saveDraft: (run, draft, format, suggestedName) =>
    ipcRenderer.invoke(CHANNELS.saveDraft, run, draft, format, suggestedName),
  saveFile: (suggestedName, form, data) => ipcRenderer.invoke(CHANNELS.saveFile, suggestedName, form, data),
  exportModel: (network, update, suggestedName, format) =>
    ipcRenderer.invoke(CHANNELS.exportModel, network, update, suggestedName, format),
  showSaved: (place) => ipcRenderer.invoke(CHANNELS.showSaved, place),
  ownPresets: () => ipcRenderer.invoke(CHANNELS.ownPresets),
  saveOwnPresets: (presets) => ipcRenderer.invoke(CHANNELS.saveOwnPresets, presets),
  beginEngine: () => ipcRenderer.invoke(CHANNELS.beginEngine),
  tellMenu: (state) => ipcRenderer.invoke(CHANNELS.tellMenu, state),
  changePreferences: (change) => ipcRenderer.invoke(CHANNELS.changePreferences, change),
  aboutProgram: () => ipcRenderer.invoke(CHANNELS.aboutProgram),
  showLicences: () => ipcRenderer.invoke(CHANNELS.showLicences),
  onPreferencesChanged: (listener) => hear(CHANNELS.preferencesChanged, listener),
  onOffered: (listener) => hear(CHANNELS.offered, listener),
  onOpenRun: (listener) => hear(CHANNELS.openRun, listener),
  onNotice: (listener) => hear(CHANNELS.notice, listener),
  onEngineLost: (listener) => hear(CHANNELS.engineLost, listener),
  onMenuCommand: (listener) =>
    hear(CHANNELS.menuCommand, (command: unknown) => {
      if (isMenuCommand(command)) listener(command);
    }),
};

contextBridge.exposeInMainWorld('unroll', api);

ipcRenderer.on(ENGINE_PORT_MESSAGE, (event) => {
  window.postMessage(ENGINE_PORT_MESSAGE, window.location.origin, event.ports);
});
