// The only bridge into the page: turns dropped files into paths for the main process, and hands over the engine's port.
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { CHANNELS } from './channels';
import { isMenuCommand } from './menu-command';
import { ENGINE_PORT_MESSAGE, type WindowApi } from './window-api';

const api: WindowApi = {
  chooseText: () => ipcRenderer.invoke(CHANNELS.chooseText),
  offerDrop: (files) =>
    ipcRenderer.invoke(
      CHANNELS.offerPaths,
      files.map((file) => webUtils.getPathForFile(file)),
    ),
  sampleTexts: () => ipcRenderer.invoke(CHANNELS.sampleTexts),
  offerSampleText: (id) => ipcRenderer.invoke(CHANNELS.offerSampleText, id),
  saveText: (suggestedName, text) => ipcRenderer.invoke(CHANNELS.saveText, suggestedName, text),
  exportModel: (run, suggestedName) => ipcRenderer.invoke(CHANNELS.exportModel, run, suggestedName),
  onEngineLost: (listener) => {
    ipcRenderer.on(CHANNELS.engineLost, (_event, sentence: unknown) => {
      if (typeof sentence === 'string') listener(sentence);
    });
  },
  onMenuCommand: (listener) => {
    ipcRenderer.on(CHANNELS.menuCommand, (_event, command: unknown) => {
      if (isMenuCommand(command)) listener(command);
    });
  },
};

contextBridge.exposeInMainWorld('unroll', api);

ipcRenderer.on(ENGINE_PORT_MESSAGE, (event) => {
  window.postMessage(ENGINE_PORT_MESSAGE, window.location.origin, event.ports);
});
