///<reference types="svelte" />
;
import type { Search } from '../../src-engine/protocol/messages';
import { formatCount, formatLossExactly } from '../numbers/format';
import { candidateWord, inOrder, labelOf, leaderOf, valueText } from './search-results';
;

  interface Props {
    search: Search;
    onpoint: (number: number | null) => void;
    onopen: (run: string) => void;
  };function $$render() {

  
  
  

  const { search, onpoint, onopen }: Props = $props();

  const names = $derived(search.plan.ranges.map(({ name }) => name));
  const leader = $derived(leaderOf(search.candidates)?.number);
  const loss = (bits: number | null): string => (bits === null ? '–' : formatLossExactly(bits));
;
async () => {



 { svelteHTML.createElement("div", {       "class":`scroller`,"tabindex":0,"role":`group`,"aria-label":`Candidates`,});
   { svelteHTML.createElement("table", { "class":`figures`,});
     { svelteHTML.createElement("thead", {});
       { svelteHTML.createElement("tr", {});
         { svelteHTML.createElement("th", { "scope":`col`,});  }
           for(let name of __sveltets_2_ensureArray(names)){name; { svelteHTML.createElement("th", { "scope":`col`,});labelOf(name); }}
         { svelteHTML.createElement("th", { "scope":`col`,});  }
         { svelteHTML.createElement("th", { "scope":`col`,});  }
         { svelteHTML.createElement("th", { "scope":`col`,});  }
       }
     }
     { svelteHTML.createElement("tbody", {});
         for(let candidate of __sveltets_2_ensureArray(inOrder(search.candidates))){candidate.number;
        const { number, run } = candidate;
         { svelteHTML.createElement("tr", {      "onpointerenter":() => onpoint(number),"onpointerleave":() => onpoint(null),});number === leader;
           { svelteHTML.createElement("th", { "scope":`row`,});
            if(run){
               { svelteHTML.createElement("button", {        "type":`button`,"class":`link`,"onclick":() => onopen(run),"aria-label":`Open run ${number}`,});formatCount(number); }
            }else{formatCount(number);}
           }
             for(let name of __sveltets_2_ensureArray(names)){name; { svelteHTML.createElement("td", {});valueText(name, candidate.values[name]); }}
           { svelteHTML.createElement("td", {});loss(candidate.firstBitsPerByte); }
           { svelteHTML.createElement("td", {});loss(candidate.bitsPerByte); }
           { svelteHTML.createElement("td", { "title":candidate.sentence,});candidateWord(candidate, search.state); }
         }
      }
     }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SearchTable__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SearchTable__SvelteComponent_ = ReturnType<typeof SearchTable__SvelteComponent_>;
/*Ωignore_endΩ*/export default SearchTable__SvelteComponent_;