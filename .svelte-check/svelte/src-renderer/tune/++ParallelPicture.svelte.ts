///<reference types="svelte" />
;
import type { Search } from '../../src-engine/protocol/messages';
import { parallelPicture } from './search-results';

;type $$ComponentProps =  { search: Search; pointed: number | null };function $$render() {

  
  

  /** `pointed` is the number of the candidate that is pointed at in the table. */
  const { search, pointed }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const HEIGHT = 210;

  let width = $state(600);

  const frame = $derived({ left: 60, top: 44, width: Math.max(80, width - 130), height: HEIGHT - 60 });
  const picture = $derived(parallelPicture(search, frame));
;
async () => {


 { const $$_div0 = svelteHTML.createElement("div", { });width= $$_div0.clientWidth;
   { svelteHTML.createElement("svg", {      width,"height":HEIGHT,"role":`img`,"aria-label":`Candidates by their settings; the table shows the same values`,});
       for(let axis of __sveltets_2_ensureArray(picture.axes)){axis.x;
       { svelteHTML.createElement("text", {       "class":`label`,"x":axis.x,"y":`14`,"text-anchor":`middle`,});axis.label; }
       { svelteHTML.createElement("text", {     "x":axis.x,"y":`29`,"text-anchor":`middle`,});axis.note; }
       { svelteHTML.createElement("line", {        "x1":axis.x,"x2":axis.x,"y1":frame.top,"y2":frame.top + frame.height,});}
    }
       for(let line of __sveltets_2_ensureArray(picture.lines)){line.number;
       { svelteHTML.createElement("polyline", {    "points":line.points,});line.isLeader;line.number === pointed;}
    }
       for(let axis of __sveltets_2_ensureArray(picture.axes)){axis.x;
         for(let mark of __sveltets_2_ensureArray(axis.marks)){mark.text;
         { svelteHTML.createElement("text", {     "class":`mark`,"x":axis.x + 6,"y":mark.y + 4,});mark.text; }
      }
    }
   }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ParallelPicture__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ParallelPicture__SvelteComponent_ = ReturnType<typeof ParallelPicture__SvelteComponent_>;
/*Ωignore_endΩ*/export default ParallelPicture__SvelteComponent_;