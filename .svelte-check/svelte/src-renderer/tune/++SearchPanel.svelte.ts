///<reference types="svelte" />
;
import { untrack } from 'svelte';
import type { SettingName } from '../../src-engine/hyperparameters';
import type { Workbench } from '../app/workbench.svelte';
import { SearchForm } from './search-form.svelte';
import SearchFormView from './SearchFormView.svelte';
import SearchProgress from './SearchProgress.svelte';

;type $$ComponentProps =  { workbench: Workbench };function $$render() {

  
  
  
  
  
  

  const { workbench }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const { tuning, newRun } = $derived(workbench);
  const settings = $derived(newRun.settings);
  const form = untrack(() => new SearchForm((name) => settings.valueOf(name)));
  let isAgain = $state(false);

  const search = $derived(isAgain ? null : tuning.search);
  /** The leg that is under way counts as far as it has come. */
  const spentMs = $derived.by(() => {
    const training = search?.candidates.find(({ state }) => state === 'training');
    const run = workbench.runs.find(training?.run ?? null);
    if (!search || !training) return search?.spentMs ?? 0;
    const before = search.rounds[training.rounds - 1]?.untilMs ?? 0;
    return search.spentMs + Math.max(0, (run?.elapsedMs ?? 0) - before);
  });

  function begin(): void {
    const { summary } = newRun.text;
    if (!summary || settings.problem !== null) return;
    isAgain = false;
    tuning.beginSearch({
      token: summary.token,
      name: newRun.chosenName,
      settings: { ...settings.values() },
      encoding: newRun.text.encoding,
      plan: form.plan(),
    });
  }

  function use(values: Record<string, number | string>): void {
    for (const [name, value] of Object.entries(values)) settings.change(name as SettingName, value);
    tuning.close();
  }
;
async () => {


 { svelteHTML.createElement("section", { "aria-labelledby":`search-heading`,});
   { svelteHTML.createElement("h2", { "id":`search-heading`,});   }
  if(search){
     { const $$_ssergorPhcraeS1C = __sveltets_2_ensureComponent(SearchProgress); new $$_ssergorPhcraeS1C({ target: __sveltets_2_any(), props: {             search,spentMs,"onuse":use,"onopen":(run) => workbench.selection.openRun(run),"oncancel":() => tuning.cancelSearch(),"onagain":() => (isAgain = true),"onclose":() => tuning.close(),}});}
  } else if (newRun.text.summary){
     { const $$_weiVmroFhcraeS1C = __sveltets_2_ensureComponent(SearchFormView); new $$_weiVmroFhcraeS1C({ target: __sveltets_2_any(), props: {     form,"onbegin":begin,"onclose":() => tuning.close(),}});}
  }else{
     { svelteHTML.createElement("p", { "class":`faint`,});    }
  }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SearchPanel__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SearchPanel__SvelteComponent_ = ReturnType<typeof SearchPanel__SvelteComponent_>;
/*Ωignore_endΩ*/export default SearchPanel__SvelteComponent_;