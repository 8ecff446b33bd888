///<reference types="svelte" />
;
import type { Reading } from '../../src-engine/protocol/inspection';
import ColourScale from '../drawing/ColourScale.svelte';
import type { LookTheme } from '../drawing/look-theme.svelte';
import { paintMatrix } from '../drawing/matrix-picture';
import ZoomPicture from '../drawing/ZoomPicture.svelte';
import type { ZoomView } from '../drawing/zoom-view';
import { formatCount, formatLoss } from '../numbers/format';
import { byteName, cellsOf } from './byte-cells';
import { orderByLikeness } from './likeness';
import type { Look } from './look.svelte';
import { FEATURE_NAMES, rankUnits } from './unit-ranking';

;type $$ComponentProps =  { look: Look; theme: LookTheme; reading: Reading };function $$render() {

  
  
  
  
  
  
  
  
  
  
  

  const { look, theme, reading }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const COLUMNS_AT_FIRST = 96;
  const LEAST_CELL_PX = 5;
  const id = $props.id();
  let order = $state<'likeness' | 'number' | 'score'>('likeness');

  const scores = $derived(reading.scores[look.feature]);
  const units = $derived.by(() => {
    if (order === 'score' && scores) return rankUnits(scores).map(({ unit }) => unit);
    if (order === 'likeness') return orderByLikeness(reading.activations, reading.hiddenSize);
    return Array.from({ length: reading.hiddenSize }, (_, unit) => unit);
  });
  const cells = $derived(cellsOf(reading.bytes, look.encoding));
  /** So near that the text can be read. */
  const first = $derived({
    left: 0,
    top: 0,
    width: Math.min(COLUMNS_AT_FIRST, reading.bytes.length),
    height: reading.hiddenSize,
  });
  const picture = $derived(
    paintMatrix(
      {
        columns: reading.bytes.length,
        rows: reading.hiddenSize,
        values: reading.activations,
        rowStarts: units,
        step: reading.hiddenSize,
        limit: 1,
      },
      theme.colours.scale,
    ),
  );

  function describe(t: number, row: number): string {
    const unit = units[row] ?? 0;
    const value = formatLoss(reading.activations[t * reading.hiddenSize + unit] ?? 0);
    return `Unit ${unit} at ${value} after byte ${t}, ${byteName(reading.bytes[t] ?? 0, look.encoding)}`;
  }

  function pick(t: number, row: number): void {
    look.select(t);
    look.chooseUnit(units[row] ?? 0);
  }

  /** The bytes over their columns, where there is room for them. */
  function printText(context: CanvasRenderingContext2D, view: ZoomView, width: number, height: number): void {
    const { ink, inkFaint, mono } = theme.colours;
    const cellPx = width / view.width;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.clearRect(0, 0, width, height);
    if (cellPx < LEAST_CELL_PX) {
      context.font = '11px system-ui, sans-serif';
      context.textAlign = 'left';
      context.fillStyle = inkFaint;
      context.fillText('Zoom in to read the text.', 0, height / 2);
      return;
    }
    context.font = `${Math.min(13, Math.floor(1.4 * cellPx))}px ${mono}`;
    for (let t = Math.floor(view.left); t < view.left + view.width; t += 1) {
      const cell = cells[t];
      if (!cell) continue;
      context.fillStyle = cell.isMark ? inkFaint : ink;
      context.fillText(cell.text, (t + 0.5 - view.left) * cellPx, height / 2);
    }
  }

  /** The chosen unit and byte, a bracket at the edges; and a cross through what is pointed at. */
  function mark(
    context: CanvasRenderingContext2D,
    view: ZoomView,
    width: number,
    height: number,
    pointed: { column: number; row: number } | null,
  ): void {
    if (pointed) {
      context.fillStyle = theme.colours.ink;
      context.fillRect(((pointed.column + 0.5 - view.left) / view.width) * width - 0.5, 0, 1, height);
      context.fillRect(0, ((pointed.row + 0.5 - view.top) / view.height) * height - 0.5, width, 1);
    }
    const x = ((look.selected + 0.5 - view.left) / view.width) * width;
    const y = ((units.indexOf(look.unit) + 0.5 - view.top) / view.height) * height;
    context.fillStyle = theme.colours.accent;
    for (const edge of [0, height - 8]) context.fillRect(x - 1.5, edge, 3, 8);
    for (const edge of [0, width - 8]) context.fillRect(edge, y - 1.5, 8, 3);
  }
;
async () => {


 { svelteHTML.createElement("div", { "class":`head`,});
   { svelteHTML.createElement("label", {   "class":`order`,"for":`${id}-order`,});
     { svelteHTML.createElement("span", { "class":`small faint`,});  }
     { svelteHTML.createElement("select", {     "id":`${id}-order`,"class":`field`,"bind:value":order,});/*Ωignore_startΩ*/() => order = __sveltets_2_any(null);/*Ωignore_endΩ*/
       { svelteHTML.createElement("option", { "value":`likeness`,});  }
       { svelteHTML.createElement("option", { "value":`number`,});  }
       { svelteHTML.createElement("option", {   "value":`score`,"disabled":!scores,});   FEATURE_NAMES[look.feature]; }
     }
   }
   { const $$_elacSruoloC1C = __sveltets_2_ensureComponent(ColourScale); new $$_elacSruoloC1C({ target: __sveltets_2_any(), props: {          "scale":theme.colours.scale,"low":`−1`,"middle":`0`,"high":`1`,"label":`Activation`,}});}
 }
 { const $$_erutciPmooZ0C = __sveltets_2_ensureComponent(ZoomPicture); new $$_erutciPmooZ0C({ target: __sveltets_2_any(), props: {              picture,describe,"onpick":pick,"overlay":mark,"along":printText,first,"axes":{ rows: 'Units', columns: 'The text' },"label":`Heat map of ${formatCount(reading.hiddenSize)} units over ${formatCount(reading.bytes.length)} bytes.`,}});}


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const HeatMap__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type HeatMap__SvelteComponent_ = ReturnType<typeof HeatMap__SvelteComponent_>;
/*Ωignore_endΩ*/export default HeatMap__SvelteComponent_;