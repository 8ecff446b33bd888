///<reference types="svelte" />
;
import type { NewRunSettings } from '../settings/new-run-settings.svelte';
import { costFacts } from './cost-facts';
import type { Tuning } from './tuning.svelte';

;type $$ComponentProps =  { tuning: Tuning; settings: NewRunSettings; token: string | null };function $$render() {

  
  
  

  /** `token` is the chosen text's. */
  const { tuning, settings, token }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const { cost } = $derived(tuning);
  const facts = $derived(cost ? costFacts(cost, settings.values()) : []);

  $effect(() => {
    if (settings.problem === null) tuning.askCost(settings.values(), token);
  });
;
async () => {


 { svelteHTML.createElement("section", {   "aria-label":`Estimated cost`,"aria-busy":cost?.state === 'measuring',});
  if(cost?.sentence){
     { svelteHTML.createElement("p", { "class":`problem`,});cost.sentence; }
  }else{
     { svelteHTML.createElement("dl", {});
         for(let { label, value } of __sveltets_2_ensureArray(facts)){label;
         { svelteHTML.createElement("div", { "class":`fact`,});
           { svelteHTML.createElement("dt", { "class":`small faint`,});label; }
           { svelteHTML.createElement("dd", {});value; }
         }
      }
     }
    if(cost?.state === 'waiting'){ { svelteHTML.createElement("p", { "class":`small faint`,});
                   
       }}
  }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const CostLine__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type CostLine__SvelteComponent_ = ReturnType<typeof CostLine__SvelteComponent_>;
/*Ωignore_endΩ*/export default CostLine__SvelteComponent_;