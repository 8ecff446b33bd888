///<reference types="svelte" />
;
import { onMount } from 'svelte';
import type { RunSummary } from '../../src-engine/protocol/messages';
import { formatCount, formatLoss } from '../numbers/format';
import type { Writer } from './writer.svelte';

;type $$ComponentProps =  { writer: Writer; runs: RunSummary[] };function $$render() {

  
  
  
  

  const { writer, runs }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const id = $props.id();

  onMount(() => writer.next.listCheckpoints());

  const { network } = $derived(writer.next);
  const chosen = $derived(runs.find((run) => run.id === network.run));
  const choices = $derived(
    writer.next.checkpoints.run === network.run ? writer.next.checkpoints.choices.toReversed() : [],
  );
;
async () => {


 { svelteHTML.createElement("div", { "class":`network`,});
   { svelteHTML.createElement("div", { "class":`one`,});
     { svelteHTML.createElement("label", {   "class":`small faint`,"for":`${id}-run`,});  }
     { svelteHTML.createElement("select", {         "id":`${id}-run`,"class":`field`,"value":network.run,"onchange":(event) => writer.next.chooseNetwork({ run: event.currentTarget.value, update: null }),});
         for(let run of __sveltets_2_ensureArray(runs)){run.id;
         { svelteHTML.createElement("option", { "value":run.id,});run.id === writer.run ? `${run.name} (this run)` : run.name; }
      }
     }
   }
   { svelteHTML.createElement("div", { "class":`one`,});
     { svelteHTML.createElement("label", {   "class":`small faint`,"for":`${id}-update`,});  }
     { svelteHTML.createElement("select", {           "id":`${id}-update`,"class":`field`,"value":network.update === null ? 'now' : String(network.update),"onfocus":() => writer.next.listCheckpoints(),"onchange":({ currentTarget: { value } }) =>
        writer.next.chooseNetwork({ run: network.run, update: value === 'now' ? null : Number(value) }),});
       { svelteHTML.createElement("option", { "value":`now`,}); chosen ? `: update ${formatCount(chosen.update)}` : ''; }
         for(let { update, bitsPerByte } of __sveltets_2_ensureArray(choices)){update;
         { svelteHTML.createElement("option", { "value":String(update),});
           formatCount(update);bitsPerByte === null ? '' : ` · ${formatLoss(bitsPerByte)} bits/byte`;
         }
      }
     }
   }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const NetworkFields__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type NetworkFields__SvelteComponent_ = ReturnType<typeof NetworkFields__SvelteComponent_>;
/*Ωignore_endΩ*/export default NetworkFields__SvelteComponent_;