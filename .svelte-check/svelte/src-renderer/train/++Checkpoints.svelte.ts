///<reference types="svelte" />
;
import { MOST_NOTE_CHARACTERS } from '../../src-engine/protocol/checkpoints';
import { formatBytes, formatCount, formatLossExactly } from '../numbers/format';
import type { Checkpoints } from './checkpoints.svelte';
import GoBackDialog from './GoBackDialog.svelte';
;

  interface Props {
    checkpoints: Checkpoints;
    update: number;
    ongoback: (update: number) => void;
  };function $$render() {

  
  
  
  

  const { checkpoints, update, ongoback }: Props = $props();

  let isOpen = $state(false);
  let chosen = $state<number | null>(null);

  const list = $derived(checkpoints.list ?? []);
  const newest = $derived(list[0]?.update);

  $effect(() => {
    checkpoints.watch(isOpen);
    return () => checkpoints.watch(false);
  });
;
async () => {


 { svelteHTML.createElement("details", {   "class":`card disclosure`,"bind:open":isOpen,});/*Ωignore_startΩ*/() => isOpen = __sveltets_2_any(null);/*Ωignore_endΩ*/
   { svelteHTML.createElement("summary", {});  }
   { svelteHTML.createElement("div", { "class":`content`,});
     { svelteHTML.createElement("p", { "class":`faint small`,});
                         
      if(list.length > 0){  formatBytes(checkpoints.totalBytes);       formatBytes(checkpoints.otherBytes); }
     }
    if(list.length > 0){
       { svelteHTML.createElement("table", { "class":`figures`,});
         { svelteHTML.createElement("thead", { "class":`small`,});
           { svelteHTML.createElement("tr", {});
             { svelteHTML.createElement("th", { "scope":`col`,});  }
             { svelteHTML.createElement("th", { "scope":`col`,});  }
             { svelteHTML.createElement("th", { "scope":`col`,});  }
             { svelteHTML.createElement("th", { "scope":`col`,});  }
             { svelteHTML.createElement("th", { "scope":`col`,}); { svelteHTML.createElement("span", { "class":`for-screen-readers`,});     } }
           }
         }
         { svelteHTML.createElement("tbody", {});
             for(let checkpoint of __sveltets_2_ensureArray(list)){checkpoint.update;
             { svelteHTML.createElement("tr", {});
               { svelteHTML.createElement("th", { "scope":`row`,});
                formatCount(checkpoint.update);
                if(checkpoint.isBest){ { svelteHTML.createElement("span", { "class":`badge small`,});  }}
                if(checkpoint.update === newest){ { svelteHTML.createElement("span", { "class":`badge small`,});  }}
               }
               { svelteHTML.createElement("td", {});
                if(checkpoint.bitsPerByte === null){ { svelteHTML.createElement("span", { "class":`faint`,});  }
                }else{formatLossExactly(checkpoint.bitsPerByte);  { svelteHTML.createElement("span", { "class":`faint small`,});  }}
               }
               { svelteHTML.createElement("td", {});formatBytes(checkpoint.bytes); }
               { svelteHTML.createElement("td", { "class":`note`,});
                 { svelteHTML.createElement("input", {             "class":`field`,"aria-label":`Note on update ${formatCount(checkpoint.update)}`,"placeholder":`Add a note`,"maxlength":MOST_NOTE_CHARACTERS,"value":checkpoint.note,"onchange":(event) => checkpoints.note(checkpoint.update, event.currentTarget.value),});}
               }
               { svelteHTML.createElement("td", { "class":`ways`,});
                 { svelteHTML.createElement("button", {           "type":`button`,"class":`button quiet`,"title":`Makes a new run that begins here; this one stays as it is`,"aria-label":`Branch from here, update ${formatCount(checkpoint.update)}`,"onclick":() => checkpoints.branch(checkpoint.update),});
                    
                 }
                 { svelteHTML.createElement("button", {           "type":`button`,"class":`button quiet`,"aria-label":`Go back to update ${formatCount(checkpoint.update)}…`,"disabled":checkpoint.update >= update,"onclick":() => (chosen = checkpoint.update),});
                   
                 }
               }
             }
          }
         }
       }
    }
   }
 }
if(chosen !== null){
   { const $$_golaiDkcaBoG0C = __sveltets_2_ensureComponent(GoBackDialog); new $$_golaiDkcaBoG0C({ target: __sveltets_2_any(), props: {           "update":chosen,"from":update,"newer":list.filter((each) => each.update > (chosen ?? 0)).length,"ongo":() => chosen !== null && ongoback(chosen),"onclose":() => (chosen = null),}});}
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Checkpoints__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Checkpoints__SvelteComponent_ = ReturnType<typeof Checkpoints__SvelteComponent_>;
/*Ωignore_endΩ*/export default Checkpoints__SvelteComponent_;