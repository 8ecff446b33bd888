///<reference types="svelte" />
;
import type { ChartView } from './chart-view.svelte';
import type { Range } from './chart-range';
import type { DrawnNote } from './chart-notes';
import { endLabelsPlugin, type EndLabel } from './end-labels';
import { notesPlugin } from './chart-notes';
import type { ChartTheme } from './chart-theme';
import { createLineChart, type Curve, type LineChart, type LineChartOptions } from './line-chart';
;

  interface Props {
    view: ChartView;
    extent: Range;
    theme: ChartTheme;
    datasets: Curve[];
    options: LineChartOptions;
    notes?: DrawnNote[];
    /** What stands at the curves' ends. */
    labels?: EndLabel[];
    label: string;
    /** The chart in words. */
    describedBy: string;
    /** Stands in the place of the curve while there is none. */
    empty: string | null;
    canvas?: HTMLCanvasElement | undefined;
  };function $$render() {

  
  
  
  
  
  
  

  let {
    view,
    extent,
    theme,
    datasets,
    options,
    notes = [],
    labels = [],
    label,
    describedBy,
    empty,
    canvas = $bindable(),
  }: Props = $props()/*Ωignore_startΩ*/;canvas;/*Ωignore_endΩ*/;

  const ZOOM_STEP = 0.8;
  const PAN_STEP = 0.1;
  const PAGE_STEP = 0.8;

  let chart: LineChart | null = null;
  let drag: { x: number; pointer: number } | null = $state(null);

  $effect(() => {
    if (!canvas) return;
    if (!chart) {
      chart = createLineChart(canvas, datasets, options, [
        notesPlugin(() => ({ notes, theme })),
        endLabelsPlugin(() => ({ labels, font: theme.font })),
      ]);
      return;
    }
    void [notes, labels];
    chart.data.datasets = datasets;
    chart.options = options;
    chart.update('none');
  });

  $effect(() => () => chart?.destroy());

  /** Where in the plot a pointer is: 0 left, 1 right. */
  function shareAt(clientX: number): number {
    if (!chart || !canvas) return 0.5;
    const { left, right } = chart.chartArea;
    const x = clientX - canvas.getBoundingClientRect().left;
    return Math.min(1, Math.max(0, (x - left) / (right - left)));
  }

  /** Zooms by default; sideways, or with Shift, it pans. Once everything is seen, the page scrolls on. */
  function wheel(event: WheelEvent): void {
    const sideways = event.shiftKey ? event.deltaX || event.deltaY : event.deltaX;
    if (Math.abs(sideways) > Math.abs(event.deltaY) || event.shiftKey) {
      view.pan(extent, sideways / 600);
      event.preventDefault();
      return;
    }
    if (event.deltaY > 0 && !view.isZoomed) return;
    view.zoom(extent, Math.exp(Math.min(60, Math.max(-60, event.deltaY)) / 300), shareAt(event.clientX));
    event.preventDefault();
  }

  function pressed(event: PointerEvent & { currentTarget: HTMLElement }): void {
    if (event.button !== 0 || !view.isZoomed) return;
    drag = { x: event.clientX, pointer: event.pointerId };
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  function moved(event: PointerEvent): void {
    if (drag?.pointer !== event.pointerId || !chart) return;
    const { left, right } = chart.chartArea;
    view.pan(extent, (drag.x - event.clientX) / (right - left));
    drag = { ...drag, x: event.clientX };
  }

  const KEYS: Record<string, () => void> = {
    '+': () => view.zoom(extent, ZOOM_STEP, 0.5),
    '=': () => view.zoom(extent, ZOOM_STEP, 0.5),
    '-': () => view.zoom(extent, 1 / ZOOM_STEP, 0.5),
    ArrowLeft: () => view.pan(extent, -PAN_STEP),
    ArrowRight: () => view.pan(extent, PAN_STEP),
    PageUp: () => view.pan(extent, -PAGE_STEP),
    PageDown: () => view.pan(extent, PAGE_STEP),
    Home: () => view.pan(extent, -1e12),
    End: () => view.pan(extent, 1e12),
    '0': () => view.reset(),
    Escape: () => view.reset(),
  };

  function key(event: KeyboardEvent): void {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key];
    if (!act) return;
    act();
    event.preventDefault();
  }

  /** Svelte's own listener for the wheel cannot hold the page still. */
  function holdWheel(node: HTMLElement): () => void {
    node.addEventListener('wheel', wheel, { passive: false });
    return () => node.removeEventListener('wheel', wheel);
  }
;
async () => {


 { svelteHTML.createElement("div", { "class":`frame`,});
  
  
   { svelteHTML.createElement("div", {                            "class":`picture`,"role":`application`,"aria-roledescription":`chart`,"aria-label":`${label}. Plus and minus zoom, arrow keys pan, 0 shows all.`,"aria-describedby":describedBy,"tabindex":0,[Symbol("@attach")]:holdWheel,"onpointerdown":pressed,"onpointermove":moved,"onpointerup":() => (drag = null),"onpointercancel":() => (drag = null),"ondblclick":() => view.reset(),"onkeydown":key,});drag !== null;view.isZoomed;
     { const $$_canvas2 = svelteHTML.createElement("canvas", {  });canvas = $$_canvas2;empty !== null; }
   }
  if(empty){ { svelteHTML.createElement("p", { "class":`faint`,});empty; }}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings('canvas'), slots: {}, events: {} }}
const ChartSurface__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ChartSurface__SvelteComponent_ = ReturnType<typeof ChartSurface__SvelteComponent_>;
/*Ωignore_endΩ*/export default ChartSurface__SvelteComponent_;