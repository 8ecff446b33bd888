///<reference types="svelte" />
;
import type { Reading } from '../../src-engine/protocol/inspection';
import ScaledCanvas from '../drawing/ScaledCanvas.svelte';
import type { LookTheme } from '../drawing/look-theme.svelte';
import { cellsOf, cellsOfAll } from './byte-cells';
import type { Look } from './look.svelte';
import { selectedInWords } from './selected-byte';
import { cellsAcross, drawTextPicture, sizesFor } from './text-picture';
import { byteBeside, rowOf, textRows } from './text-rows';
;

  interface Props {
    look: Look;
    theme: LookTheme;
    reading: Reading;
    showsGuesses: boolean;
  };function $$render() {

  
  
  
  
  
  
  
  

  const { look, theme, reading, showsGuesses }: Props = $props();

  let scroller: HTMLElement;
  let width = $state(0);
  let top = $state(0);

  const each = $derived(reading.topBytes.length / Math.max(1, reading.bytes.length));
  const cells = $derived(cellsOf(reading.bytes, look.encoding));
  const byteCells = $derived(cellsOfAll(look.encoding));
  const rows = $derived(textRows(cells, cellsAcross(width)));
  const sizes = $derived(sizesFor(showsGuesses ? each : 0));
  const words = $derived(selectedInWords({ reading, encoding: look.encoding }, look.selected, look.unit));

  function draw(context: CanvasRenderingContext2D, across: number, height: number): void {
    const valueAt = (at: number): number => reading.activations[at * reading.hiddenSize + look.unit] ?? 0;
    const guesses = showsGuesses
      ? { cells: byteCells, topBytes: reading.topBytes, probabilities: reading.probabilities, each }
      : null;
    drawTextPicture(context, { cells, rows, valueAt, guesses, selected: look.selected }, theme, {
      top,
      width: across,
      height,
    });
  }

  function pressed(event: MouseEvent): void {
    const box = scroller.getBoundingClientRect();
    const row = rows[Math.floor((event.clientY - box.top + top) / sizes.rowHeight)];
    const column = Math.floor((event.clientX - box.left) / sizes.cellWidth);
    if (row && column < row.count) look.select(row.first + column);
  }

  const MOVES: Record<string, () => number> = {
    ArrowRight: () => look.selected + 1,
    ArrowLeft: () => look.selected - 1,
    ArrowDown: () => byteBeside(rows, look.selected, 1),
    ArrowUp: () => byteBeside(rows, look.selected, -1),
    Home: () => 0,
    End: () => reading.bytes.length - 1,
  };

  function moved(event: KeyboardEvent): void {
    const move = MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    look.select(move());
    const y = rowOf(rows, look.selected) * sizes.rowHeight;
    if (y < top) scroller.scrollTop = y;
    else if (y + sizes.rowHeight > top + scroller.clientHeight)
      scroller.scrollTop = y + sizes.rowHeight - scroller.clientHeight;
  }
;
async () => {


  { const $$_div0 = svelteHTML.createElement("div", {                        "class":`scroller`,"role":`slider`,"tabindex":0,"aria-label":`Byte of the text`,"aria-valuemin":0,"aria-valuemax":Math.max(0, reading.bytes.length - 1),"aria-valuenow":look.selected,"aria-valuetext":words,"onscroll":() => (top = scroller.scrollTop),"onclick":pressed,"onkeydown":moved,});scroller = $$_div0;width= $$_div0.clientWidth;
   { svelteHTML.createElement("div", { "class":`canvas`,}); { const $$_savnaCdelacS2C = __sveltets_2_ensureComponent(ScaledCanvas); new $$_savnaCdelacS2C({ target: __sveltets_2_any(), props: { draw,}});} }
   { svelteHTML.createElement("div", {  "class":`rest`,});__sveltets_2_ensureType(String, Number, ` ${rows.length * sizes.rowHeight}  `); }
 }
 { svelteHTML.createElement("p", {   "class":`words small`,"aria-hidden":`true`,});words; }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ColouredText__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ColouredText__SvelteComponent_ = ReturnType<typeof ColouredText__SvelteComponent_>;
/*Ωignore_endΩ*/export default ColouredText__SvelteComponent_;