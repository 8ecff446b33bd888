///<reference types="svelte" />
;
import { TEXT_FEATURES, type Reading } from '../../src-engine/protocol/inspection';
import { formatLoss } from '../numbers/format';
import UnitField from './UnitField.svelte';
import type { Look } from './look.svelte';
import { directionOf, FEATURE_NAMES, rankUnits } from './unit-ranking';

;type $$ComponentProps =  { look: Look; reading: Reading };function $$render() {

  
  
  
  
  

  const MOST_RANKED = 14;

  const { look, reading }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const best = $derived(
    TEXT_FEATURES.map((feature) => {
      const scores = reading.scores[feature];
      return { feature, found: scores ? (rankUnits(scores)[0] ?? null) : null };
    }),
  );
  const scores = $derived(reading.scores[look.feature]);
  const ranked = $derived(scores ? rankUnits(scores).slice(0, MOST_RANKED) : []);
;
async () => {


 { svelteHTML.createElement("section", {   "class":`finder`,"aria-label":`Units`,});
   { svelteHTML.createElement("div", {     "class":`features`,"role":`group`,"aria-label":`Units that correlate with a feature of the text`,});
       for(let { feature, found } of __sveltets_2_ensureArray(best)){feature;
       { svelteHTML.createElement("button", {             "type":`button`,"class":`feature`,"aria-pressed":look.feature === feature,"disabled":!found,"title":found
          ? 'The unit with the strongest correlation, positive or negative'
          : 'This does not occur in the text',"onclick":() => look.chooseFeature(feature),});
         { svelteHTML.createElement("span", {});FEATURE_NAMES[feature]; }
        if(found){
           { svelteHTML.createElement("span", { "class":`small`,}); found.unit;  formatLoss(Math.abs(found.score)); }
        }else{
           { svelteHTML.createElement("span", { "class":`small`,});  }
        }
       }
    }
   }
   { svelteHTML.createElement("div", { "class":`ranking`,});
     { const $$_dleiFtinU2C = __sveltets_2_ensureComponent(UnitField); new $$_dleiFtinU2C({ target: __sveltets_2_any(), props: {      "unit":look.unit,"units":reading.hiddenSize,"onchoose":(unit) => look.chooseUnit(unit),}});}
     { svelteHTML.createElement("ol", { "aria-label":`Units by correlation with: ${FEATURE_NAMES[look.feature]}`,});
         for(let { unit, score } of __sveltets_2_ensureArray(ranked)){unit;
         { svelteHTML.createElement("li", {});
           { svelteHTML.createElement("button", {           "type":`button`,"class":`unit small`,"aria-pressed":look.unit === unit,"title":`Correlation ${formatLoss(score)}: the unit ${directionOf(score)} there`,"onclick":() => look.chooseUnit(unit),});
             { svelteHTML.createElement("span", { "class":`for-screen-readers`,});  }
            unit;
             { svelteHTML.createElement("span", { "class":`faint`,});score < 0 ? '↓' : '↑';formatLoss(Math.abs(score)); }
           }
         }
      }
     }
   }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const UnitFinder__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type UnitFinder__SvelteComponent_ = ReturnType<typeof UnitFinder__SvelteComponent_>;
/*Ωignore_endΩ*/export default UnitFinder__SvelteComponent_;