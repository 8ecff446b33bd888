///<reference types="svelte" />
;
import type { RunSummary } from '../../src-engine/protocol/messages';
import { formatLoss } from '../numbers/format';
import { fromNats, lossUnitLabel } from '../numbers/loss-unit';
import type { Range } from '../train/chart-range';
import ChartSurface from '../train/ChartSurface.svelte';
import { onThemeChange, readChartTheme } from '../train/chart-theme';
import { fittedRange } from '../train/fit-range';
import { lossCurves } from '../train/loss-curves';
import { lossOptions } from '../train/loss-options';
import { comparedDatasets } from './compare-curves';
import type { Comparison } from './comparison.svelte';
;

  interface Props {
    comparison: Comparison;
    runs: RunSummary[];
    extent: Range;
    canvas: HTMLCanvasElement | undefined;
  };function $$render() {

  
  
  
  
  
  
  
  
  
  
  

  let { comparison, runs, extent, canvas = $bindable() }: Props = $props()/*Ωignore_startΩ*/;canvas;/*Ωignore_endΩ*/;

  const LABEL_PX = 104;
  const id = $props.id();
  let theme = $state.raw(readChartTheme());

  const view = $derived(comparison.view);
  const named = $derived(
    runs.flatMap((run) => {
      const curve = comparison.curves.get(run.id);
      if (!curve) return [];
      const curves = lossCurves(curve.metrics, curve.validations, view);
      return [{ name: run.name, place: comparison.placeOf(run.id), curves }];
    }),
  );
  const options = $derived.by(() => {
    const { unit, axis, isLogX, isLogY } = view;
    const range = view.shown(extent);
    const losses = view.fitsLoss
      ? fittedRange(
          named.map(({ curves }) => curves),
          range,
        )
      : null;
    return lossOptions(theme, { unit, axis, isLogX, isLogY, range, losses, labelPx: LABEL_PX });
  });
  const labels = $derived(
    named.flatMap(({ name, place, curves }) => {
      const end = curves.smoothed.at(-1);
      return end ? [{ text: name, colour: theme.series[place % theme.series.length] ?? theme.ink, ...end }] : [];
    }),
  );
  const words = $derived(
    runs
      .map(
        (run) =>
          `${run.name}: ${run.lossNats === null ? 'no updates yet' : formatLoss(fromNats(run.lossNats, view.unit))}`,
      )
      .join('; '),
  );

  $effect(() => onThemeChange(() => (theme = readChartTheme())));
;
async () => {


  { const $$_ecafruStrahC0C = __sveltets_2_ensureComponent(ChartSurface); const $$_ecafruStrahC0 = new $$_ecafruStrahC0C({ target: __sveltets_2_any(), props: {              view,extent,theme,"datasets":comparedDatasets(named, theme.series),options,labels,"label":`Loss of ${runs.length} runs in ${lossUnitLabel(view.unit)}`,"describedBy":id,"empty":named.length === 0 ? 'Loading the curves…' : null,canvas,}});/*Ωignore_startΩ*/() => canvas = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_ecafruStrahC0.$$bindings = 'canvas';}
 { svelteHTML.createElement("p", {  id,"class":`for-screen-readers`,});  words;       }
};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings('canvas'), slots: {}, events: {} }}
const CompareChart__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type CompareChart__SvelteComponent_ = ReturnType<typeof CompareChart__SvelteComponent_>;
/*Ωignore_endΩ*/export default CompareChart__SvelteComponent_;