///<reference types="svelte" />
;
import { untrack } from 'svelte';
import type { RunSummary } from '../../src-engine/protocol/messages';
import { formatBytesPerSecond, formatQuantity } from '../numbers/format';
import { LOSS_UNITS, lossUnitLabel, type LossUnit } from '../numbers/loss-unit';
import type { OpenedRun } from '../run/opened-run.svelte';
import Segmented from '../settings/Segmented.svelte';
import { chartPicture } from './chart-picture';
import { readChartTheme } from './chart-theme';
import ChartKey from './ChartKey.svelte';
import ChartToolbar, { type ExportForm } from './ChartToolbar.svelte';
import type { ChartView } from './chart-view.svelte';
import Checkpoints from './Checkpoints.svelte';
import { curveCsv, curveJson } from './curve-export';
import LossChart from './LossChart.svelte';
import LossReadout from './LossReadout.svelte';
import LossTable from './LossTable.svelte';
import SampleNow from './SampleNow.svelte';
import SmallChart from './SmallChart.svelte';
import { X_AXES } from './x-axis';
import Smoothing from './Smoothing.svelte';
;

  interface Props {
    run: RunSummary;
    opened: OpenedRun;
    view: ChartView;
    /** What is not shown is not drawn. */
    isShown: boolean;
    ongoback: (update: number) => void;
    onsave: (name: string, form: ExportForm, data: () => Promise<Uint8Array>) => void;
  };function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  

  const { run, opened, view, isShown, ongoback, onsave }: Props = $props();

  let canvas = $state<HTMLCanvasElement>();

  // A stretch of one run says nothing of another.
  untrack(() => view.reset());

  const extent = $derived.by(() => {
    void opened.version;
    return opened.extent(view.axis, view.isLogX);
  });

  async function exported(form: ExportForm): Promise<Uint8Array> {
    if (form === 'png' && canvas) {
      const theme = readChartTheme();
      const axis = X_AXES.find(({ value }) => value === view.axis)?.label.toLowerCase() ?? '';
      const key = [
        { text: 'Loss', colour: theme.raw },
        { text: 'Smoothed', colour: theme.smooth },
        { text: 'Validation', colour: theme.validation },
      ];
      const subtitle = `Loss in ${lossUnitLabel(view.unit)} by ${axis}`;
      return chartPicture(canvas, theme, { title: run.name, subtitle, key });
    }
    const { changes } = opened;
    const validations = opened.validationsNow();
    const text =
      form === 'csv'
        ? curveCsv(opened.points(), validations)
        : curveJson(run, { metrics: opened.points(), validations, changes });
    return new TextEncoder().encode(text);
  }

  const small = [
    { title: 'Gradient norm', name: 'gradientNorm', format: formatQuantity },
    { title: 'Learning rate', name: 'learningRate', format: formatQuantity },
    { title: 'Speed', name: 'bytesPerSecond', format: formatBytesPerSecond },
  ] as const;
;
async () => {


 { svelteHTML.createElement("div", { "class":`stack wide train`,});
   { svelteHTML.createElement("div", { "class":`hero`,});
     { svelteHTML.createElement("section", {   "class":`card stack`,"aria-label":`Loss`,});
       { const $$_tuodaeRssoL3C = __sveltets_2_ensureComponent(LossReadout); new $$_tuodaeRssoL3C({ target: __sveltets_2_any(), props: {   opened,"unit":view.unit,}});}
       { svelteHTML.createElement("div", { "class":`spread head`,});
         { const $$_detnemgeS4C = __sveltets_2_ensureComponent(Segmented); new $$_detnemgeS4C({ target: __sveltets_2_any(), props: {           "name":`loss-unit`,"label":`Loss unit`,"value":view.unit,"options":LOSS_UNITS,"onchoose":(value) => (view.unit = value as LossUnit),}});}
         { svelteHTML.createElement("div", { "class":`small faint`,}); { const $$_gnihtoomS5C = __sveltets_2_ensureComponent(Smoothing); new $$_gnihtoomS5C({ target: __sveltets_2_any(), props: { view,}});} }
       }
        { const $$_trahCssoL3C = __sveltets_2_ensureComponent(LossChart); const $$_trahCssoL3 = new $$_trahCssoL3C({ target: __sveltets_2_any(), props: {    opened,isShown,view,extent,canvas,}});/*Ωignore_startΩ*/() => canvas = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_trahCssoL3.$$bindings = 'canvas';}
       { svelteHTML.createElement("div", { "class":`small faint`,}); { const $$_yeKtrahC4C = __sveltets_2_ensureComponent(ChartKey); new $$_yeKtrahC4C({ target: __sveltets_2_any(), props: {}});} }
       { const $$_rablooTtrahC3C = __sveltets_2_ensureComponent(ChartToolbar); new $$_rablooTtrahC3C({ target: __sveltets_2_any(), props: {    view,extent,"onexport":(form) => onsave(`${run.name}, loss`, form, () => exported(form)),}});}
       { const $$_elbaTssoL3C = __sveltets_2_ensureComponent(LossTable); new $$_elbaTssoL3C({ target: __sveltets_2_any(), props: {   opened,"unit":view.unit,}});}
     }
     { const $$_woNelpmaS2C = __sveltets_2_ensureComponent(SampleNow); new $$_woNelpmaS2C({ target: __sveltets_2_any(), props: {  "samples":opened.samples,}});}
   }
   { svelteHTML.createElement("div", { "class":`small-charts`,});
       for(let { title, name, format } of __sveltets_2_ensureArray(small)){name;
       { const $$_trahCllamS2C = __sveltets_2_ensureComponent(SmallChart); new $$_trahCllamS2C({ target: __sveltets_2_any(), props: {        title,opened,isShown,view,extent,"value":(point) => point[name],format,}});}
    }
   }
   { const $$_stniopkcehC1C = __sveltets_2_ensureComponent(Checkpoints); new $$_stniopkcehC1C({ target: __sveltets_2_any(), props: {     "checkpoints":opened.checkpoints,"update":run.update,ongoback,}});}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const TrainTab__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type TrainTab__SvelteComponent_ = ReturnType<typeof TrainTab__SvelteComponent_>;
/*Ωignore_endΩ*/export default TrainTab__SvelteComponent_;