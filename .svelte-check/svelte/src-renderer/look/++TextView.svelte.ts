///<reference types="svelte" />
;
import type { Reading } from '../../src-engine/protocol/inspection';
import ColourScale from '../drawing/ColourScale.svelte';
import type { LookTheme } from '../drawing/look-theme.svelte';
import ColouredText from './ColouredText.svelte';
import type { Look } from './look.svelte';

;type $$ComponentProps =  { look: Look; theme: LookTheme; reading: Reading };function $$render() {

  
  
  
  
  

  const { look, theme, reading }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  let showsGuesses = $state(true);
;
async () => {


 { svelteHTML.createElement("div", { "class":`spread`,});
   { svelteHTML.createElement("label", { "class":`check small`,}); { svelteHTML.createElement("input", {    "type":`checkbox`,"bind:checked":showsGuesses,});/*Ωignore_startΩ*/() => showsGuesses = __sveltets_2_any(null);/*Ωignore_endΩ*/}     }
   { const $$_elacSruoloC1C = __sveltets_2_ensureComponent(ColourScale); new $$_elacSruoloC1C({ target: __sveltets_2_any(), props: {          "scale":theme.colours.scale,"low":`−1`,"middle":`0`,"high":`1`,"label":`Activation of unit ${look.unit}`,}});}
 }
if(reading.bytes.length === 0){
   { svelteHTML.createElement("p", { "class":`faint`,});          }
}else{
   { const $$_txeTderuoloC0C = __sveltets_2_ensureComponent(ColouredText); new $$_txeTderuoloC0C({ target: __sveltets_2_any(), props: {    look,theme,reading,showsGuesses,}});}
}
};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const TextView__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type TextView__SvelteComponent_ = ReturnType<typeof TextView__SvelteComponent_>;
/*Ωignore_endΩ*/export default TextView__SvelteComponent_;