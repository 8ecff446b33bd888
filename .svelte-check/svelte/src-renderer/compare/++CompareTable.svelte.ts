///<reference types="svelte" />
;
import type { RunSummary } from '../../src-engine/protocol/messages';
import type { Column, Order } from './compare-table';
import type { Comparison } from './comparison.svelte';
import SeriesMark from './SeriesMark.svelte';
;

  interface Props {
    comparison: Comparison;
    rows: RunSummary[];
    columns: Column[];
    order: Order | null;
    onorder: (order: Order) => void;
  };function $$render() {

  
  
  
  

  const { comparison, rows, columns, order, onorder }: Props = $props();

  const sortOf = (key: string) => (order?.key !== key ? 'none' : order.isDescending ? 'descending' : 'ascending');
  const ARROWS = { none: '', ascending: '↑', descending: '↓' };

  function press(key: string): void {
    onorder({ key, isDescending: order?.key === key && !order.isDescending });
  }
;
async () => {



 { svelteHTML.createElement("div", {       "class":`card`,"role":`region`,"aria-label":`Results and differing settings`,"tabindex":0,});
   { svelteHTML.createElement("table", { "class":`figures small`,});
     { svelteHTML.createElement("thead", {});
       { svelteHTML.createElement("tr", {});
           for(let { key, label, isNumber } of __sveltets_2_ensureArray(columns)){key;
           { svelteHTML.createElement("th", {    "scope":`col`,"aria-sort":sortOf(key),});isNumber;
             { svelteHTML.createElement("button", {   "type":`button`,"onclick":() => press(key),});
              label; { svelteHTML.createElement("span", { "aria-hidden":`true`,});ARROWS[sortOf(key)]; }
             }
           }
        }
       }
     }
     { svelteHTML.createElement("tbody", {});
         for(let run of __sveltets_2_ensureArray(rows)){run.id;
         { svelteHTML.createElement("tr", {});
              for(let column of __sveltets_2_ensureArray(columns)){let index = 1;column.key;
            if(index === 0){
               { svelteHTML.createElement("th", {  "scope":`row`,}); { svelteHTML.createElement("span", { "class":`name`,}); { const $$_kraMseireS6C = __sveltets_2_ensureComponent(SeriesMark); new $$_kraMseireS6C({ target: __sveltets_2_any(), props: {  "place":comparison.placeOf(run.id),}});}column.text(run); } }
            }else{
               { svelteHTML.createElement("td", { });column.isNumber;column.text(run); }
            }
          }
         }
      }
     }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const CompareTable__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type CompareTable__SvelteComponent_ = ReturnType<typeof CompareTable__SvelteComponent_>;
/*Ωignore_endΩ*/export default CompareTable__SvelteComponent_;