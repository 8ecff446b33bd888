///<reference types="svelte" />
;
import type { RangePoint } from '../../src-engine/protocol/messages';
import { formatCount, formatQuantity } from '../numbers/format';
import { rangePicture } from './range-picture';

;type $$ComponentProps =  { points: RangePoint[]; rate: number | null };function $$render() {

  
  
  

  const { points, rate }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const HEIGHT = 220;

  let width = $state(600);

  const area = $derived({ left: 34, top: 10, width: Math.max(60, width - 50), height: HEIGHT - 44 });
  const bottom = $derived(area.top + area.height);
  const picture = $derived(rangePicture(points, area));
  const suggestion = $derived(rate === null ? null : picture.placeOf(rate));
  const name = $derived(
    rate === null
      ? `Loss against the learning rate, ${formatCount(points.length)} points so far`
      : `Loss against the learning rate; the suggested rate is ${formatQuantity(rate)}`,
  );
;
async () => {


 { const $$_div0 = svelteHTML.createElement("div", { });width= $$_div0.clientWidth;
   { svelteHTML.createElement("svg", {      width,"height":HEIGHT,"role":`img`,"aria-label":name,});
       for(let { at, value } of __sveltets_2_ensureArray(picture.losses)){value;
       { svelteHTML.createElement("line", {          "class":`grid`,"x1":area.left,"x2":area.left + area.width,"y1":at,"y2":at,});}
       { svelteHTML.createElement("text", {     "x":area.left - 8,"y":at + 4,"text-anchor":`end`,});formatCount(value); }
    }
       for(let { at, value } of __sveltets_2_ensureArray(picture.rates)){value;
       { svelteHTML.createElement("line", {          "class":`grid`,"x1":at,"x2":at,"y1":area.top,"y2":bottom,});}
       { svelteHTML.createElement("text", {     "x":at,"y":bottom + 16,"text-anchor":`middle`,});formatQuantity(value); }
    }
     { svelteHTML.createElement("text", {     "x":area.left + area.width / 2,"y":HEIGHT - 2,"text-anchor":`middle`,});     }
     { svelteHTML.createElement("path", {    "class":`raw`,"d":picture.rawPath,});}
     { svelteHTML.createElement("path", {    "class":`smooth`,"d":picture.smoothPath,});}
    if(suggestion !== null){
       { svelteHTML.createElement("line", {          "class":`suggestion`,"x1":suggestion,"x2":suggestion,"y1":area.top,"y2":bottom,});}
    }
   }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const RangeChart__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type RangeChart__SvelteComponent_ = ReturnType<typeof RangeChart__SvelteComponent_>;
/*Ωignore_endΩ*/export default RangeChart__SvelteComponent_;