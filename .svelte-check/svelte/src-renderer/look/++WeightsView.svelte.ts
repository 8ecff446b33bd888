///<reference types="svelte" />
;
import ColourScale from '../drawing/ColourScale.svelte';
import type { LookTheme } from '../drawing/look-theme.svelte';
import { paintMatrix, sizeBelow } from '../drawing/matrix-picture';
import ZoomPicture from '../drawing/ZoomPicture.svelte';
import { formatCount, formatQuantity } from '../numbers/format';
import Segmented from '../settings/Segmented.svelte';
import { byteName } from './byte-cells';
import type { Look } from './look.svelte';

;type $$ComponentProps =  { look: Look; theme: LookTheme };function $$render() {

  
  
  
  
  
  
  
  

  /** The few largest would leave all others pale. */
  const COLOURED_SHARE = 0.995;
  const MATRICES = [
    { value: 'Wxh', label: 'Wxh: byte to state' },
    { value: 'Whh', label: 'Whh: state to state' },
    { value: 'Who', label: 'Who: state to byte' },
  ];

  const { look, theme }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  let name = $state<'Wxh' | 'Whh' | 'Who'>('Whh');

  const shown = $derived(look.weights);
  const values = $derived(shown?.[name] ?? new Float32Array());
  const columns = $derived(name === 'Who' ? 256 : (shown?.hiddenSize ?? 0));
  const rows = $derived(columns === 0 ? 0 : values.length / columns);
  const limit = $derived(sizeBelow(values, COLOURED_SHARE));
  const picture = $derived(
    paintMatrix(
      { columns, rows, limit, values, step: 1, rowStarts: Array.from({ length: rows }, (_, row) => row * columns) },
      theme.colours.scale,
    ),
  );

  // Again with every reading: the weights change while it trains.
  $effect(() => {
    void look.version;
    look.showWeights();
  });

  function describe(column: number, row: number): string {
    const from = name === 'Wxh' ? `${row} (${byteName(row, look.encoding)})` : String(row);
    const to = name === 'Who' ? `${column} (${byteName(column, look.encoding)})` : String(column);
    return `${name}[${from}, ${to}] = ${formatQuantity(values[row * columns + column] ?? 0)}`;
  }
;
async () => {


 { svelteHTML.createElement("div", { "class":`spread`,});
   { const $$_detnemgeS1C = __sveltets_2_ensureComponent(Segmented); new $$_detnemgeS1C({ target: __sveltets_2_any(), props: {           "name":`matrix`,"label":`Matrix`,"value":name,"options":MATRICES,"onchoose":(value) => (name = value === 'Wxh' || value === 'Who' ? value : 'Whh'),}});}
  if(shown){
     { const $$_elacSruoloC1C = __sveltets_2_ensureComponent(ColourScale); new $$_elacSruoloC1C({ target: __sveltets_2_any(), props: {           "scale":theme.colours.scale,"low":`≤ −${formatQuantity(limit)}`,"middle":`0`,"high":`≥ ${formatQuantity(limit)}`,"label":`Weight`,}});}
  }
 }
if(shown){
   { const $$_erutciPmooZ0C = __sveltets_2_ensureComponent(ZoomPicture); new $$_erutciPmooZ0C({ target: __sveltets_2_any(), props: {     picture,describe,"label":`${name}, ${formatCount(rows)} rows by ${formatCount(columns)} columns, as colours.`,}});}
} else if (look.problem === null){
   { svelteHTML.createElement("p", {   "class":`faint`,"role":`status`,});   }
}
};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const WeightsView__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type WeightsView__SvelteComponent_ = ReturnType<typeof WeightsView__SvelteComponent_>;
/*Ωignore_endΩ*/export default WeightsView__SvelteComponent_;