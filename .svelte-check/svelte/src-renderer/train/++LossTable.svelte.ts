///<reference types="svelte" />
;
import { formatCount, formatLossExactly, formatQuantity } from '../numbers/format';
import { fromNats, lossUnitLabel, type LossUnit } from '../numbers/loss-unit';
import type { OpenedRun } from '../run/opened-run.svelte';
import { rowsOf } from './loss-words';

;type $$ComponentProps =  { opened: OpenedRun; unit: LossUnit };function $$render() {

  
  
  
  

  const MOST_ROWS = 16;

  const { opened, unit }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();
  let isOpen = $state(false);

  const rows = $derived.by(() => {
    void opened.version;
    return isOpen ? rowsOf(opened.curve.points(), MOST_ROWS) : [];
  });
;
async () => {


 { svelteHTML.createElement("details", {   "class":`disclosure small`,"bind:open":isOpen,});/*Ωignore_startΩ*/() => isOpen = __sveltets_2_any(null);/*Ωignore_endΩ*/
   { svelteHTML.createElement("summary", {});    }
   { svelteHTML.createElement("table", { "class":`figures`,});
     { svelteHTML.createElement("thead", {});
       { svelteHTML.createElement("tr", {});
         { svelteHTML.createElement("th", { "scope":`col`,});  }
         { svelteHTML.createElement("th", { "scope":`col`,}); lossUnitLabel(unit); }
         { svelteHTML.createElement("th", { "scope":`col`,});  }
         { svelteHTML.createElement("th", { "scope":`col`,});  }
       }
     }
     { svelteHTML.createElement("tbody", {});
         for(let point of __sveltets_2_ensureArray(rows)){point.update;
         { svelteHTML.createElement("tr", {});
           { svelteHTML.createElement("th", { "scope":`row`,});formatCount(point.update); }
           { svelteHTML.createElement("td", {});formatLossExactly(fromNats(point.lossNats, unit)); }
           { svelteHTML.createElement("td", {});formatQuantity(point.gradientNorm); }
           { svelteHTML.createElement("td", {});formatQuantity(point.learningRate); }
         }
      }
     }
   }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const LossTable__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type LossTable__SvelteComponent_ = ReturnType<typeof LossTable__SvelteComponent_>;
/*Ωignore_endΩ*/export default LossTable__SvelteComponent_;