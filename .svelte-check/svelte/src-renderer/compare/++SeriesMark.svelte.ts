///<reference types="svelte" />
;
import { dashOf } from './compare-curves';

;type $$ComponentProps =  { place: number };function $$render() {

  

  const { place }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();
;
async () => {


 { svelteHTML.createElement("svg", {         "class":`keeps-colours`,"width":`22`,"height":`8`,"viewBox":`0 0 22 8`,"aria-hidden":`true`,});
   { svelteHTML.createElement("path", {     "d":`M0 4h22`,"stroke-dasharray":dashOf(place).join(' '),});__sveltets_2_ensureType(String, Number, ` ${(place % 8) + 1} `);}
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SeriesMark__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SeriesMark__SvelteComponent_ = ReturnType<typeof SeriesMark__SvelteComponent_>;
/*Ωignore_endΩ*/export default SeriesMark__SvelteComponent_;