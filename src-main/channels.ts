// Names the channels between the preload and the main process once, so that both ends agree.

export const CHANNELS = {
  chooseText: 'unroll:choose-text',
  offerPaths: 'unroll:offer-paths',
  sampleTexts: 'unroll:sample-texts',
  offerSampleText: 'unroll:offer-sample-text',
  saveDraft: 'unroll:save-draft',
  ownPresets: 'unroll:own-presets',
  saveOwnPresets: 'unroll:save-own-presets',
  exportModel: 'unroll:export-model',
  tellMenu: 'unroll:tell-menu',
  preferences: 'unroll:preferences',
  changePreferences: 'unroll:change-preferences',
  // From the main process to the page.
  engineLost: 'unroll:engine-lost',
  menuCommand: 'unroll:menu-command',
  textOffered: 'unroll:text-offered',
  modelOffered: 'unroll:model-offered',
  chooseModel: 'unroll:choose-model',
  openRun: 'unroll:open-run',
  notice: 'unroll:notice',
  preferencesChanged: 'unroll:preferences-changed',
} as const;
