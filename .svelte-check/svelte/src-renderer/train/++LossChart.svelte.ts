///<reference types="svelte" />
;
import { formatLoss } from '../numbers/format';
import { lossUnitLabel } from '../numbers/loss-unit';
import type { OpenedRun } from '../run/opened-run.svelte';
import { notesOf } from './chart-notes';
import type { Range } from './chart-range';
import ChartSurface from './ChartSurface.svelte';
import { onThemeChange, readChartTheme } from './chart-theme';
import type { ChartView } from './chart-view.svelte';
import { fittedRange } from './fit-range';
import { lossCurves, lossDatasets } from './loss-curves';
import { lossOptions } from './loss-options';
import { lossInWords } from './loss-words';
import { updateAtX, X_AXES, xAtUpdate } from './x-axis';
;

  interface Props {
    opened: OpenedRun;
    isShown: boolean;
    view: ChartView;
    extent: Range;
    canvas: HTMLCanvasElement | undefined;
  };function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  

  let { opened, isShown, view, extent, canvas = $bindable() }: Props = $props()/*Ωignore_startΩ*/;canvas;/*Ωignore_endΩ*/;

  const LABEL_PX = 68;
  const id = $props.id();
  let theme = $state.raw(readChartTheme());

  const range = $derived(view.shown(extent));
  const notes = $derived(notesOf(opened.changes, opened.marks));
  const axisLabel = $derived(X_AXES.find(({ value }) => value === view.axis)?.label.toLowerCase() ?? '');
  const points = $derived.by(() => {
    void opened.version;
    return isShown ? opened.points() : [];
  });
  const curves = $derived(lossCurves(points, opened.validationsNow(), view));
  const drawn = $derived(lossDatasets(curves, theme));
  const losses = $derived(view.fitsLoss ? fittedRange([curves], range) : null);
  const options = $derived(lossOptions(theme, { ...look(), range, losses, labelPx: LABEL_PX }));
  const labels = $derived.by(() => {
    const end = curves.smoothed.findLast(({ x }) => x <= range.to);
    const best = curves.validation[curves.best];
    return [
      ...(end ? [{ text: 'Smoothed', colour: theme.smooth, ...end }] : []),
      ...(best ? [{ text: `Best ${formatLoss(best.y)}`, colour: theme.validation, ...best }] : []),
    ];
  });
  const drawnNotes = $derived(notes.map(({ update, text }) => ({ x: xAtUpdate(points, update, view.axis), text })));
  const words = $derived(lossInWords({ points, validations: opened.validationsNow(), notes }, view.unit));

  function look() {
    const { unit, axis, isLogX, isLogY } = view;
    return { unit, axis, isLogX, isLogY };
  }

  $effect(() => onThemeChange(() => (theme = readChartTheme())));

  $effect(() => {
    void opened.version;
    const coarse = opened.curve.points();
    const seen = { from: updateAtX(coarse, range.from, view.axis), to: updateAtX(coarse, range.to, view.axis) };
    if (isShown && view.isZoomed) opened.finer.look(seen, coarse, opened.curve.recordsPerPoint);
  });
;
async () => {


  { const $$_ecafruStrahC0C = __sveltets_2_ensureComponent(ChartSurface); const $$_ecafruStrahC0 = new $$_ecafruStrahC0C({ target: __sveltets_2_any(), props: {                view,extent,theme,"datasets":drawn,options,"notes":drawnNotes,labels,"label":`Loss in ${lossUnitLabel(view.unit)} by ${axisLabel}${opened.latest
    ? `, now ${formatLoss(opened.latest.lossNats / Math.LN2)} bits/byte`
    : ''}`,"describedBy":id,"empty":opened.isEmpty ? 'The loss appears here after the first updates.' : null,canvas,}});/*Ωignore_startΩ*/() => canvas = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_ecafruStrahC0.$$bindings = 'canvas';}
 { svelteHTML.createElement("p", {  id,"class":`for-screen-readers`,});words; }
};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings('canvas'), slots: {}, events: {} }}
const LossChart__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type LossChart__SvelteComponent_ = ReturnType<typeof LossChart__SvelteComponent_>;
/*Ωignore_endΩ*/export default LossChart__SvelteComponent_;