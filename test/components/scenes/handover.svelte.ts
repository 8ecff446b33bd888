// Scenes of a run that goes on on a bigger machine: what is asked, and a folder on its way.
import { mount } from 'svelte';
import FolderProgress from '../../../src-renderer/runs/FolderProgress.svelte';
import HandoverDialog from '../../../src-renderer/runs/HandoverDialog.svelte';
import { exampleRun } from './example-run';
import type { Scene } from './scene';

const settings = { hiddenSize: 64, lanes: 8, length: 1000, lengthUnit: 'updates' };

export const handoverDialog: Scene<object> = ({ target, tell }) => {
  mount(HandoverDialog, {
    target,
    props: {
      run: exampleRun('Whale', { settings }),
      onwrite: (choice) => tell('write', choice),
      onclose: () => tell('close'),
    },
  });
};

export const folderProgress: Scene<{ share: number }> = ({ target, tell }, { share }) => {
  mount(FolderProgress, { target, props: { label: 'Writing Whale', share, oncancel: () => tell('cancel') } });
};
