///<reference types="svelte" />
;
import type { GradientFlow } from '../../src-engine/protocol/inspection';
import { onThemeChange, readChartTheme } from '../train/chart-theme';
import type { LineChart } from '../train/line-chart';
import { createFlowChart, flowData } from './flow-chart';
import { flowInWords } from './flow-summary';

;type $$ComponentProps =  { flow: GradientFlow; truncation: number | null };function $$render() {

  
  
  
  
  

  const { flow, truncation }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  let canvas: HTMLCanvasElement;
  let theme = $state.raw(readChartTheme());
  let chart: LineChart | null = null;

  $effect(() => onThemeChange(() => (theme = readChartTheme())));
  $effect(() => {
    chart?.destroy();
    chart = createFlowChart(canvas, flowData(flow, truncation, theme), theme);
  });
  $effect(() => () => chart?.destroy());
;
async () => {


 { svelteHTML.createElement("div", {     "class":`frame`,"role":`img`,"aria-label":flowInWords(flow, truncation),}); { const $$_canvas1 = svelteHTML.createElement("canvas", { });canvas = $$_canvas1; } }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const FlowChart__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type FlowChart__SvelteComponent_ = ReturnType<typeof FlowChart__SvelteComponent_>;
/*Ωignore_endΩ*/export default FlowChart__SvelteComponent_;