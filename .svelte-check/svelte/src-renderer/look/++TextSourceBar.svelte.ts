///<reference types="svelte" />
;
import { onMount } from 'svelte';
import type { DraftSummary } from '../../src-engine/protocol/writing';
import { formatCount, formatLoss } from '../numbers/format';
import Segmented from '../settings/Segmented.svelte';
import { draftBeginning, draftTitle } from '../write/draft-words';
import type { Look, TextSource } from './look.svelte';
;

  interface Props {
    look: Look;
    /** What Write has written, newest first. */
    drafts: readonly DraftSummary[];
    isTraining: boolean;
  };function $$render() {

  
  
  
  
  
  

  const { look, drafts, isTraining }: Props = $props();

  const BEGINNING_CHARACTERS = 30;

  const sources = $derived([
    ...(look.subject.hasText ? [{ value: 'corpus', label: 'From the text' }] : []),
    { value: 'generated', label: 'Generated' },
    { value: 'typed', label: 'Typed' },
  ]);
  const last = $derived(Math.max(0, (look.textBytes ?? 0) - (look.reading?.bytes.length ?? 0)));
  const shownUpdate = $derived(
    look.readUpdate === null || look.update !== null ? 'Current' : `Current: update ${formatCount(look.readUpdate)}`,
  );

  onMount(() => look.askForCheckpoints());

  const nameOf = (draft: DraftSummary): string =>
    `${draftBeginning(draft).slice(0, BEGINNING_CHARACTERS)}… (${draftTitle(draft)})`;
;
async () => {


 { svelteHTML.createElement("div", { "class":`bar`,});
   { const $$_detnemgeS1C = __sveltets_2_ensureComponent(Segmented); new $$_detnemgeS1C({ target: __sveltets_2_any(), props: {           "name":`look-source`,"label":`Text to read`,"value":look.source,"options":sources,"onchoose":(source) => look.chooseSource(source as TextSource),}});}
  if(look.source === 'generated' && drafts.length > 0){
     { svelteHTML.createElement("label", { "class":`written`,});
       { svelteHTML.createElement("span", { "class":`small faint`,});  }
       { svelteHTML.createElement("select", {       "class":`field`,"value":look.draft ?? '',"onchange":({ currentTarget: { value } }) => look.chooseDraft(value === '' ? null : value),});
         { svelteHTML.createElement("option", {"value":"",});  }
           for(let draft of __sveltets_2_ensureArray(drafts)){draft.id; { svelteHTML.createElement("option", { "value":draft.id,});nameOf(draft); }}
       }
     }
  }
  if(look.source !== 'typed' && last > 0){
     { svelteHTML.createElement("label", { "class":`place`,});
       { svelteHTML.createElement("span", { "class":`small faint`,});    }
       { svelteHTML.createElement("input", {                "class":`slider`,"type":`range`,"min":`0`,"max":last,"value":look.offset,"aria-valuetext":`byte ${formatCount(look.offset)} of ${formatCount(look.textBytes ?? 0)}`,"onchange":(event) => look.moveTo(event.currentTarget.valueAsNumber),});__sveltets_2_ensureType(String, Number, `${(look.offset / last) * 100} `);}
     }
  } else if (look.source === 'generated' && look.draft === null){
     { svelteHTML.createElement("button", {     "type":`button`,"class":`button`,"onclick":() => look.generateAnother(),});  }
  }
   { svelteHTML.createElement("div", { "class":`state small faint`,});
    if(isTraining && look.update === null){
       { svelteHTML.createElement("label", { "class":`check`,}); { svelteHTML.createElement("input", {    "type":`checkbox`,"bind:checked":look.follows,});/*Ωignore_startΩ*/() => look.follows = __sveltets_2_any(null);/*Ωignore_endΩ*/}   }
    }
    if(look.subject.hasText){
       { svelteHTML.createElement("label", { "class":`weights`,});
         { svelteHTML.createElement("span", {});  }
         { svelteHTML.createElement("select", {         "class":`field`,"value":look.update === null ? 'now' : String(look.update),"onfocus":() => look.askForCheckpoints(),"onchange":({ currentTarget: { value } }) => look.chooseUpdate(value === 'now' ? null : Number(value)),});
           { svelteHTML.createElement("option", { "value":`now`,});shownUpdate; }
             for(let { update, bitsPerByte } of __sveltets_2_ensureArray(look.checkpoints.toReversed())){update;
             { svelteHTML.createElement("option", { "value":String(update),});
               formatCount(update);bitsPerByte === null ? '' : ` · ${formatLoss(bitsPerByte)} bits/byte`;
             }
          }
         }
       }
    }
   }
 }
if(look.source === 'typed'){
   { svelteHTML.createElement("label", { "class":`typed`,});
     { svelteHTML.createElement("span", { "class":`small faint`,});       }
     { svelteHTML.createElement("textarea", {       "class":`field`,"rows":3,"bind:value":look.typed,"oninput":() => look.read(),});/*Ωignore_startΩ*/() => look.typed = __sveltets_2_any(null);/*Ωignore_endΩ*/ }
   }
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const TextSourceBar__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type TextSourceBar__SvelteComponent_ = ReturnType<typeof TextSourceBar__SvelteComponent_>;
/*Ωignore_endΩ*/export default TextSourceBar__SvelteComponent_;