///<reference types="svelte" />
;
import type { Sample } from '../../src-engine/protocol/messages';
import { formatCount } from '../numbers/format';
import { textRuns } from '../write/text-runs';

;type $$ComponentProps =  { samples: Sample[] };function $$render() {

  
  
  

  const { samples }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  /** The update of the sample that is looked at; null follows the newest. */
  let chosen = $state<number | null>(null);

  const last = $derived(samples.length - 1);
  const index = $derived.by(() => {
    const found = chosen === null ? -1 : samples.findIndex(({ update }) => update === chosen);
    return found < 0 ? last : found;
  });
  const sample = $derived(samples[index]);

  function choose(to: number): void {
    chosen = to >= last ? null : (samples[to]?.update ?? null);
  }
;
async () => {


 { svelteHTML.createElement("section", {   "class":`card`,"aria-labelledby":`samples-heading`,});
   { svelteHTML.createElement("header", {});
     { svelteHTML.createElement("h2", { "id":`samples-heading`,});  index === last ? ' now' : ''; }
    if(sample){ { svelteHTML.createElement("span", { "class":`faint small`,}); formatCount(sample.update); }}
   }
  
   { svelteHTML.createElement("div", {       "class":`text selectable`,"role":`group`,"aria-label":`Sample`,"tabindex":0,});
    if(sample){
          for(let { text, mark } of __sveltets_2_ensureArray(textRuns(sample.text))){let place = 1;place;text;if(mark !== null){ { svelteHTML.createElement("span", {     "class":`byte-mark`,...__sveltets_2_empty({"data-label":mark}),}); }}}
    }else{ { svelteHTML.createElement("span", {  "class":`faint`,});                 }}
   }
   { svelteHTML.createElement("footer", { "class":`small`,});
     { svelteHTML.createElement("input", {                    "class":`slider`,"type":`range`,"min":`0`,"max":Math.max(1, last),"value":samples.length < 2 ? 1 : index,"disabled":samples.length < 2,"aria-label":`Samples, from the first to the newest`,"aria-valuetext":sample ? `update ${formatCount(sample.update)}` : 'no sample yet',"oninput":(event) => choose(event.currentTarget.valueAsNumber),});__sveltets_2_ensureType(String, Number, `${samples.length < 2 ? 100 : (index / last) * 100} `);}
     { svelteHTML.createElement("button", {       "type":`button`,"class":`button quiet`,"disabled":index === last,"onclick":() => (chosen = null),});  }
   }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SampleNow__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SampleNow__SvelteComponent_ = ReturnType<typeof SampleNow__SvelteComponent_>;
/*Ωignore_endΩ*/export default SampleNow__SvelteComponent_;