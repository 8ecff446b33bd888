///<reference types="svelte" />
;
import type { DraftSummary } from '../../src-engine/protocol/writing';

;type $$ComponentProps =  { summary: DraftSummary; onmark: () => void };function $$render() {

  

  const { summary, onmark }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();
;
async () => {


  { svelteHTML.createElement("button", {             "type":`button`,"class":`icon-button`,"aria-pressed":summary.favourite,"aria-label":`Favourite`,"title":summary.favourite ? 'Remove from favourites' : 'Add to favourites',"onclick":onmark,});summary.favourite;
   { svelteHTML.createElement("svg", {       "width":`16`,"height":`16`,"viewBox":`0 0 16 16`,"aria-hidden":`true`,});
     { svelteHTML.createElement("path", {  "d":`M8 1.8l1.9 3.9 4.3.6-3.1 3 .7 4.3L8 11.6l-3.8 2 .7-4.3-3.1-3 4.3-.6z`,});}
   }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const FavouriteButton__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type FavouriteButton__SvelteComponent_ = ReturnType<typeof FavouriteButton__SvelteComponent_>;
/*Ωignore_endΩ*/export default FavouriteButton__SvelteComponent_;