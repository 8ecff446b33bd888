// Names the channels between the preload and the main process once, so that both ends agree.

export const CHANNELS = {
  chooseText: 'unroll:choose-text',
  offerPaths: 'unroll:offer-paths',
  sampleTexts: 'unroll:sample-texts',
  offerSampleText: 'unroll:offer-sample-text',
  saveText: 'unroll:save-text',
  exportModel: 'unroll:export-model',
  engineLost: 'unroll:engine-lost',
  menuCommand: 'unroll:menu-command',
} as const;
