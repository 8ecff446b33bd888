///<reference types="svelte" />
;
import type { ModelSummary } from '../../src-engine/protocol/messages';
import { formatCount } from '../numbers/format';
;

  interface Props {
    models: ModelSummary[];
    openedId: string | null;
    onopen: (id: string) => void;
  };function $$render() {

  
  

  const { models, openedId, onopen }: Props = $props();
;
async () => {


if(models.length > 0){
   { svelteHTML.createElement("nav", { "aria-label":`Models`,});
     { svelteHTML.createElement("h2", { "class":`small faint`,});  }
     { svelteHTML.createElement("ul", {});
         for(let model of __sveltets_2_ensureArray(models)){model.id;
         { svelteHTML.createElement("li", {});
           { svelteHTML.createElement("button", {     "type":`button`,"aria-current":model.id === openedId,"onclick":() => onopen(model.id),});
             { svelteHTML.createElement("span", { "class":`one-line`,});model.name; }
             { svelteHTML.createElement("span", { "class":`small faint`,});formatCount(model.hiddenSize);  }
           }
         }
      }
     }
   }
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ModelList__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ModelList__SvelteComponent_ = ReturnType<typeof ModelList__SvelteComponent_>;
/*Ωignore_endΩ*/export default ModelList__SvelteComponent_;