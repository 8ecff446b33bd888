// Scenes of the Train tab: the toolbar over a chart, and the question before a run goes back.
import { mount } from 'svelte';
import { ChartView } from '../../../src-renderer/train/chart-view.svelte';
import ChartToolbar from '../../../src-renderer/train/ChartToolbar.svelte';
import GoBackDialog from '../../../src-renderer/train/GoBackDialog.svelte';
import RunProgress from '../../../src-renderer/run/RunProgress.svelte';
import { exampleRun } from './example-run';
import type { Scene } from './scene';

/** Of a chart from 0 to 1000; tells what of it is seen whenever that changes. */
export const chartToolbar: Scene<object> = ({ target, tell }) => {
  const view = new ChartView();
  const extent = { from: 0, to: 1000 };
  $effect.root(() => {
    $effect(() => {
      const { from, to } = view.shown(extent);
      tell(from, to);
    });
  });
  mount(ChartToolbar, { target, props: { view, extent, onexport: (form) => tell('export', form) } });
};

/** Opened by a button, as by the page. */
export const goBackDialog: Scene<object> = ({ target, tell }) => {
  const opener = document.createElement('button');
  opener.textContent = 'Go back…';
  target.append(opener);
  opener.addEventListener('click', () => {
    const props = { update: 400, from: 1000, newer: 3, ongo: () => tell('go'), onclose: () => tell('close') };
    mount(GoBackDialog, { target, props });
  });
};

/** A training run whose validation takes long. */
export const runProgress: Scene<{ validating: number | null }> = ({ target, tell }, { validating }) => {
  const run = exampleRun('Ahab', { state: 'training' });
  mount(RunProgress, { target, props: { run, latest: null, points: [], validating, onskip: () => tell('skip') } });
};
