///<reference types="svelte" />
;
import type { NewRunSettings } from '../settings/new-run-settings.svelte';
import { formatQuantity } from '../numbers/format';
import RangeChart from './RangeChart.svelte';
import type { Tuning } from './tuning.svelte';

;type $$ComponentProps =  { tuning: Tuning; settings: NewRunSettings; token: string };function $$render() {

  
  
  
  

  const { tuning, settings, token }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const { finder } = $derived(tuning);

  function take(rate: number): void {
    settings.change('learningRate', rate);
    tuning.close();
  }

  function close(): void {
    finder.stop();
    tuning.close();
  }
;
async () => {


 { svelteHTML.createElement("section", {   "class":`stack`,"aria-labelledby":`rate-heading`,});
   { svelteHTML.createElement("h2", { "id":`rate-heading`,});    }
   { svelteHTML.createElement("p", { "class":`small faint`,});
                       
        
   }
   { const $$_trahCegnaR1C = __sveltets_2_ensureComponent(RangeChart); new $$_trahCegnaR1C({ target: __sveltets_2_any(), props: {    "points":finder.points,"rate":finder.rate,}});}
  if(finder.isRunning){
     { svelteHTML.createElement("progress", {       "class":`thin-progress`,"aria-label":`Progress of the test`,"max":`1`,"value":finder.share,}); }
  }
  if(finder.sentence){ { svelteHTML.createElement("p", {   "class":`sentence`,"role":`status`,});finder.sentence; }}
  if(finder.rate !== null){
     { svelteHTML.createElement("p", { "role":`status`,});    { svelteHTML.createElement("strong", {});formatQuantity(finder.rate); } }
  }
   { svelteHTML.createElement("div", { "class":`buttons`,});
    if(finder.rate !== null){
       { svelteHTML.createElement("button", {     "type":`button`,"class":`button primary`,"onclick":() => take(finder.rate ?? 0),});   }
    } else if (!finder.isRunning){
       { svelteHTML.createElement("button", {      "type":`button`,"class":`button primary`,"onclick":() => finder.begin(settings.values(), token),});  }
    }
     { svelteHTML.createElement("button", {     "type":`button`,"class":`button`,"onclick":close,});finder.isRunning ? 'Cancel' : 'Close'; }
   }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const RatePanel__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type RatePanel__SvelteComponent_ = ReturnType<typeof RatePanel__SvelteComponent_>;
/*Ωignore_endΩ*/export default RatePanel__SvelteComponent_;