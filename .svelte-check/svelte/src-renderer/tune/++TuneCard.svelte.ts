///<reference types="svelte" />
;
import type { Workbench } from '../app/workbench.svelte';
import RatePanel from './RatePanel.svelte';
import SearchPanel from './SearchPanel.svelte';

;type $$ComponentProps =  { workbench: Workbench };function $$render() {

  
  
  

  const { workbench }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const { tuning, newRun } = $derived(workbench);
  const settings = $derived(newRun.settings);
  const token = $derived(newRun.text.summary?.token ?? null);
  const isReady = $derived(token !== null && settings.problem === null);

  function findRate(): void {
    if (token === null) return;
    tuning.panel = 'rate';
    tuning.finder.begin(settings.values(), token);
  }
;
async () => {


if(tuning.panel === 'rate' && token !== null){
   { svelteHTML.createElement("div", { "class":`card`,}); { const $$_lenaPetaR1C = __sveltets_2_ensureComponent(RatePanel); new $$_lenaPetaR1C({ target: __sveltets_2_any(), props: {   tuning,settings,token,}});} }
} else if (tuning.panel === 'search'){
   { svelteHTML.createElement("div", { "class":`card`,}); { const $$_lenaPhcraeS1C = __sveltets_2_ensureComponent(SearchPanel); new $$_lenaPhcraeS1C({ target: __sveltets_2_any(), props: { workbench,}});} }
} else if (token !== null){
   { svelteHTML.createElement("div", { "class":`offer`,});
     { svelteHTML.createElement("span", { "class":`faint`,});     }
     { svelteHTML.createElement("button", {       "type":`button`,"class":`button`,"disabled":!isReady,"onclick":findRate,});    }
     { svelteHTML.createElement("button", {       "type":`button`,"class":`button`,"disabled":!isReady,"onclick":() => (tuning.panel = 'search'),});
      tuning.search ? 'Show the search' : 'Find good settings…';
     }
   }
}


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const TuneCard__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type TuneCard__SvelteComponent_ = ReturnType<typeof TuneCard__SvelteComponent_>;
/*Ωignore_endΩ*/export default TuneCard__SvelteComponent_;