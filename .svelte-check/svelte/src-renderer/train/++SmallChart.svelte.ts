///<reference types="svelte" />
;
import type { MetricPoint } from '../../src-engine/protocol/messages';
import type { OpenedRun } from '../run/opened-run.svelte';
import type { Range } from './chart-range';
import type { ChartView } from './chart-view.svelte';
import { formatPlace, xOf } from './x-axis';
import { onThemeChange, readChartTheme } from './chart-theme';
import { baseOptions, createLineChart, type LineChart } from './line-chart';
;

  interface Props {
    title: string;
    opened: OpenedRun;
    isShown: boolean;
    view: ChartView;
    extent: Range;
    value: (point: MetricPoint) => number;
    format: (value: number) => string;
  };function $$render() {

  
  
  
  
  
  
  

  const { title, opened, isShown, view, extent, value, format }: Props = $props();

  let canvas: HTMLCanvasElement;
  let theme = $state.raw(readChartTheme());
  let chart: LineChart | null = null;

  const latest = $derived(opened.latest ? format(value(opened.latest)) : '–');

  $effect(() => onThemeChange(() => (theme = readChartTheme())));

  $effect(() => {
    void opened.version;
    if (!isShown) return;
    const { axis } = view;
    const { from, to } = view.shown(extent);
    const data = opened.points().map((point) => ({ x: xOf(point, axis), y: value(point) }));
    const dataset = {
      data,
      borderColor: theme.smooth,
      backgroundColor: theme.fill,
      fill: 'start',
      borderWidth: 1.5,
      pointRadius: 0,
    };
    if (chart) {
      chart.data.datasets = [dataset];
      Object.assign(chart.options.scales?.x ?? {}, { min: from, max: to });
      chart.update('none');
      return;
    }
    const base = baseOptions(theme);
    chart = createLineChart(canvas, [dataset], {
      ...base,
      layout: { padding: 2 },
      scales: {
        x: { type: 'linear', min: from, max: to, display: false },
        y: { type: 'linear', display: false, grace: '10%' },
      },
      plugins: {
        tooltip: {
          ...base.plugins?.tooltip,
          callbacks: {
            title: ([item]) => (item ? formatPlace(item.parsed.x ?? 0, view.axis) : ''),
            label: ({ parsed }) => format(parsed.y ?? NaN),
          },
        },
      },
    });
  });

  $effect(() => () => chart?.destroy());
;
async () => {


 { svelteHTML.createElement("figure", {});
   { svelteHTML.createElement("figcaption", {});
     { svelteHTML.createElement("span", { "class":`faint small`,});title; }
     { svelteHTML.createElement("strong", {});latest; }
   }
   { svelteHTML.createElement("div", {     "class":`frame`,"role":`img`,"aria-label":`${title}, now ${latest}`,}); { const $$_canvas2 = svelteHTML.createElement("canvas", { });canvas = $$_canvas2; } }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SmallChart__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SmallChart__SvelteComponent_ = ReturnType<typeof SmallChart__SvelteComponent_>;
/*Ωignore_endΩ*/export default SmallChart__SvelteComponent_;