///<reference types="svelte" />
;
import type { Search } from '../../src-engine/protocol/messages';
import { formatCount, formatDuration } from '../numbers/format';
import ParallelPicture from './ParallelPicture.svelte';
import { leaderOf } from './search-results';
import SearchTable from './SearchTable.svelte';
;

  interface Props {
    search: Search;
    /** Training time of all its runs so far. */
    spentMs: number;
    onuse: (values: Record<string, number | string>) => void;
    onopen: (run: string) => void;
    oncancel: () => void;
    onagain: () => void;
    onclose: () => void;
  };function $$render() {

  
  
  
  
  

  const { search, spentMs, onuse, onopen, oncancel, onagain, onclose }: Props = $props();

  let pointed = $state<number | null>(null);

  const budgetMs = $derived(search.plan.minutes * 60_000);
  const leader = $derived(leaderOf(search.candidates));
  const isSearching = $derived(search.state === 'searching');
  const leftMs = $derived(Math.max(0, budgetMs - spentMs));
  const standing = $derived.by(() => {
    if (search.state === 'finished') return 'The search is finished.';
    if (!isSearching) return 'The search was cancelled.';
    const rounds = `Round ${formatCount(search.round)} of ${formatCount(search.rounds.length)}`;
    return `${rounds}, about ${formatDuration(leftMs)} left.`;
  });
;
async () => {


 { svelteHTML.createElement("p", { "role":`status`,});search.sentence ?? standing;       }
if(isSearching){
   { svelteHTML.createElement("progress", {        "class":`thin-progress`,"aria-label":`Progress of the search`,"max":budgetMs,"value":Math.min(spentMs, budgetMs),}); }
}
 { const $$_erutciPlellaraP0C = __sveltets_2_ensureComponent(ParallelPicture); new $$_erutciPlellaraP0C({ target: __sveltets_2_any(), props: {  search,pointed,}});}
 { const $$_elbaThcraeS0C = __sveltets_2_ensureComponent(SearchTable); new $$_elbaThcraeS0C({ target: __sveltets_2_any(), props: {    search,onopen,"onpoint":(number) => (pointed = number),}});}
 { svelteHTML.createElement("div", { "class":`buttons`,});
   { svelteHTML.createElement("button", {       "type":`button`,"class":`button primary`,"disabled":!leader,"onclick":() => leader && onuse(leader.values),});
      leader ? `: run ${formatCount(leader.number)}` : '';
   }
  if(isSearching){
     { svelteHTML.createElement("button", {     "type":`button`,"class":`button`,"onclick":oncancel,});  }
  }else{
     { svelteHTML.createElement("button", {     "type":`button`,"class":`button`,"onclick":onagain,});  }
     { svelteHTML.createElement("button", {     "type":`button`,"class":`button`,"onclick":onclose,});  }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SearchProgress__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SearchProgress__SvelteComponent_ = ReturnType<typeof SearchProgress__SvelteComponent_>;
/*Ωignore_endΩ*/export default SearchProgress__SvelteComponent_;