///<reference types="svelte" />
;
import type { RunSummary } from '../../src-engine/protocol/messages';
import { formatLoss } from '../numbers/format';
import { MOST_COMPARED, type Comparison } from './comparison.svelte';
import SeriesMark from './SeriesMark.svelte';

;type $$ComponentProps =  { comparison: Comparison; runs: RunSummary[] };function $$render() {

  
  
  
  

  const { comparison, runs }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  /** More are found by typing. */
  const MOST_LISTED = 40;
  const FEW = 8;
  let wanted = $state('');

  const found = $derived(
    runs.filter((run) => `${run.name} ${run.textName}`.toLowerCase().includes(wanted.trim().toLowerCase())),
  );
  const listed = $derived(found.slice(0, MOST_LISTED));
;
async () => {


 { svelteHTML.createElement("fieldset", {});
   { svelteHTML.createElement("div", { "class":`head`,});
     { svelteHTML.createElement("legend", { "class":`for-screen-readers`,});   }
    if(runs.length > FEW){
       { svelteHTML.createElement("input", {          "class":`field`,"type":`search`,"placeholder":`Find a run`,"aria-label":`Find a run`,"bind:value":wanted,});/*Ωignore_startΩ*/() => wanted = __sveltets_2_any(null);/*Ωignore_endΩ*/}
    }
   }
   { svelteHTML.createElement("ul", { "class":`small`,});
       for(let run of __sveltets_2_ensureArray(listed)){run.id;
      const place = comparison.placeOf(run.id);
       { svelteHTML.createElement("li", {});
         { svelteHTML.createElement("label", {});
           { svelteHTML.createElement("input", {         "type":`checkbox`,"checked":place >= 0,"disabled":place < 0 && comparison.isFull,"onchange":() => comparison.toggle(run.id),});}
          if(place >= 0){ { const $$_kraMseireS4C = __sveltets_2_ensureComponent(SeriesMark); new $$_kraMseireS4C({ target: __sveltets_2_any(), props: { place,}});}}
           { svelteHTML.createElement("span", { "class":`one-line`,});run.name; }
           { svelteHTML.createElement("span", {  "class":`faint`,});run.bestValidationBitsPerByte === null ? '' : formatLoss(run.bestValidationBitsPerByte); }
         }
       }
    }
   }
  if(comparison.isFull){
     { svelteHTML.createElement("p", { "class":`faint small`,});     MOST_COMPARED;       }
  } else if (found.length > listed.length){
     { svelteHTML.createElement("p", { "class":`faint small`,});found.length - listed.length;          }
  }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const RunPicker__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type RunPicker__SvelteComponent_ = ReturnType<typeof RunPicker__SvelteComponent_>;
/*Ωignore_endΩ*/export default RunPicker__SvelteComponent_;