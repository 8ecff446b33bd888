///<reference types="svelte" />
;
import type { Search } from '../../src-engine/protocol/messages';
import { formatCount } from '../numbers/format';

;type $$ComponentProps =  { search: Search; onshow: () => void };function $$render() {

  
  

  const { search, onshow }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const done = $derived(search.candidates.filter(({ rounds }) => rounds >= search.round).length);
  const all = $derived(search.rounds[search.round - 1]?.candidates ?? 0);
;
async () => {


 { svelteHTML.createElement("div", {   "class":`strip`,"role":`status`,});
   { svelteHTML.createElement("span", {});
        formatCount(search.round);  formatCount(search.rounds.length); formatCount(done); 
    formatCount(all); 
   }
   { svelteHTML.createElement("button", {     "type":`button`,"class":`button quiet`,"onclick":onshow,});   }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SearchStrip__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SearchStrip__SvelteComponent_ = ReturnType<typeof SearchStrip__SvelteComponent_>;
/*Ωignore_endΩ*/export default SearchStrip__SvelteComponent_;