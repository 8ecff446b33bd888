///<reference types="svelte" />
;
import { formatCount, formatLoss } from '../numbers/format';
import { fromBits, fromNats, lossUnitLabel, type LossUnit } from '../numbers/loss-unit';
import type { OpenedRun } from '../run/opened-run.svelte';
import { bestValidation } from './loss-curves';

;type $$ComponentProps =  { opened: OpenedRun; unit: LossUnit };function $$render() {

  
  
  
  

  const { opened, unit }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const best = $derived.by(() => {
    void opened.version;
    return opened.validations[bestValidation(opened.validations)] ?? null;
  });
;
async () => {


 { svelteHTML.createElement("div", { "class":`readout`,});
   { svelteHTML.createElement("p", { ...__sveltets_2_empty({"data-testid":`loss`}),});
     { svelteHTML.createElement("span", { "class":`faint`,});  }
     { svelteHTML.createElement("strong", {});opened.latest ? formatLoss(fromNats(opened.latest.lossNats, unit)) : '–'; }
     { svelteHTML.createElement("span", { "class":`faint`,});lossUnitLabel(unit); }
   }
   { svelteHTML.createElement("p", { ...__sveltets_2_empty({"data-testid":`best-validation`}),});
     { svelteHTML.createElement("span", { "class":`faint`,});  }
     { svelteHTML.createElement("strong", {});best ? formatLoss(fromBits(best.bitsPerByte, unit)) : '–'; }
     { svelteHTML.createElement("span", { "class":`faint at`,});best ? `at update ${formatCount(best.update)}` : ''; }
   }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const LossReadout__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type LossReadout__SvelteComponent_ = ReturnType<typeof LossReadout__SvelteComponent_>;
/*Ωignore_endΩ*/export default LossReadout__SvelteComponent_;