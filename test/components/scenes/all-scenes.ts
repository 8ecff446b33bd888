// Every scene by its name: where a new one is entered.
import { zoomPicture } from './drawing.svelte';
import { folderProgress, handoverDialog } from './handover.svelte';
import { unitField } from './look.svelte';
import { runRows } from './runs.svelte';
import { choice, presets, settingOfNewRun, settingOfRun } from './settings.svelte';
import { chartToolbar, goBackDialog, runProgress } from './train.svelte';
import { alternatives, card, longDraft, plainNumber, saveMenu } from './write.svelte';

export const SCENES = {
  alternatives,
  card,
  chartToolbar,
  choice,
  folderProgress,
  goBackDialog,
  handoverDialog,
  longDraft,
  plainNumber,
  presets,
  runProgress,
  runRows,
  saveMenu,
  settingOfNewRun,
  settingOfRun,
  unitField,
  zoomPicture,
};

export type Scenes = typeof SCENES;
