///<reference types="svelte" />
;
import { untrack } from 'svelte';
import type { RunSummary } from '../../src-engine/protocol/messages';
import { LOSS_UNITS, lossUnitLabel, type LossUnit } from '../numbers/loss-unit';
import Segmented from '../settings/Segmented.svelte';
import { chartPicture } from '../train/chart-picture';
import { readChartTheme } from '../train/chart-theme';
import ChartToolbar, { type ExportForm } from '../train/ChartToolbar.svelte';
import { X_AXES } from '../train/x-axis';
import Smoothing from '../train/Smoothing.svelte';
import { columnsFor, sorted, tableCsv, tableJson, type Order } from './compare-table';
import CompareChart from './CompareChart.svelte';
import CompareTable from './CompareTable.svelte';
import type { Comparison } from './comparison.svelte';
;

  interface Props {
    comparison: Comparison;
    runs: RunSummary[];
    /** Compared from the beginning, where none is chosen yet. */
    openedId: string | null;
    onsave: (name: string, form: ExportForm, data: () => Promise<Uint8Array>) => void;
  };function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  

  const { comparison, runs, openedId, onsave }: Props = $props();

  const LIVE_MS = 2000;
  let canvas = $state<HTMLCanvasElement>();
  let order = $state.raw<Order | null>(null);

  const view = $derived(comparison.view);
  const chosen = $derived(comparison.ids.flatMap((id) => runs.find((run) => run.id === id) ?? []));
  const columns = $derived(columnsFor(chosen, view.unit));
  const rows = $derived(sorted(chosen, columns, order));
  const extent = $derived(comparison.extent());

  // Once, as the tab opens: what is compared afterwards is the user's choice.
  untrack(() => {
    if (comparison.ids.length === 0 && openedId !== null) comparison.toggle(openedId);
    else comparison.ask(comparison.ids);
  });

  $effect(() => comparison.keepOnly(runs));
  $effect(() => {
    const training = chosen.filter((run) => run.state === 'training').map(({ id }) => id);
    const timer = setInterval(() => comparison.ask(training), LIVE_MS);
    return () => clearInterval(timer);
  });

  async function exported(form: ExportForm): Promise<Uint8Array> {
    if (form === 'png' && canvas) {
      const theme = readChartTheme();
      const key = chosen.map(({ id, name }) => ({
        text: name,
        colour: theme.series[comparison.placeOf(id) % theme.series.length] ?? theme.ink,
      }));
      const axis = X_AXES.find(({ value }) => value === view.axis)?.label.toLowerCase() ?? '';
      const subtitle = `Loss in ${lossUnitLabel(view.unit)} by ${axis}`;
      return chartPicture(canvas, theme, { title: 'Runs compared', subtitle, key });
    }
    const text = form === 'csv' ? tableCsv(rows, columns) : tableJson(rows, columns, view.unit);
    return new TextEncoder().encode(text);
  }
;
async () => {


 { svelteHTML.createElement("div", { "class":`stack wide`,});
  if(chosen.length > 0){
     { svelteHTML.createElement("section", {   "class":`card stack`,"aria-label":`Loss comparison`,});
       { svelteHTML.createElement("div", { "class":`spread`,});
         { const $$_detnemgeS3C = __sveltets_2_ensureComponent(Segmented); new $$_detnemgeS3C({ target: __sveltets_2_any(), props: {           "name":`compared-unit`,"label":`Loss unit`,"value":view.unit,"options":LOSS_UNITS,"onchoose":(value) => (view.unit = value as LossUnit),}});}
         { svelteHTML.createElement("div", { "class":`small faint`,}); { const $$_gnihtoomS4C = __sveltets_2_ensureComponent(Smoothing); new $$_gnihtoomS4C({ target: __sveltets_2_any(), props: { view,}});} }
       }
        { const $$_trahCerapmoC2C = __sveltets_2_ensureComponent(CompareChart); const $$_trahCerapmoC2 = new $$_trahCerapmoC2C({ target: __sveltets_2_any(), props: {    comparison,"runs":chosen,extent,canvas,}});/*Ωignore_startΩ*/() => canvas = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_trahCerapmoC2.$$bindings = 'canvas';}
       { const $$_rablooTtrahC2C = __sveltets_2_ensureComponent(ChartToolbar); new $$_rablooTtrahC2C({ target: __sveltets_2_any(), props: {    view,extent,"onexport":(form) => onsave('Run comparison', form, () => exported(form)),}});}
     }
     { const $$_elbaTerapmoC1C = __sveltets_2_ensureComponent(CompareTable); new $$_elbaTerapmoC1C({ target: __sveltets_2_any(), props: {      comparison,rows,columns,order,"onorder":(wanted) => (order = wanted),}});}
  }else{
     { svelteHTML.createElement("p", { "class":`faint`,});               }
  }
 }
};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const CompareTab__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type CompareTab__SvelteComponent_ = ReturnType<typeof CompareTab__SvelteComponent_>;
/*Ωignore_endΩ*/export default CompareTab__SvelteComponent_;