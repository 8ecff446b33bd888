///<reference types="svelte" />
;
import type { RunSummary } from '../../src-engine/protocol/messages';
import PlainNumber from './PlainNumber.svelte';
import type { Writer } from './writer.svelte';

;type $$ComponentProps =  { writer: Writer; runs: RunSummary[] };function $$render() {

  
  
  

  const { writer, runs }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const id = $props.id();
  const { options } = $derived(writer.next);
  const onproblem = (label: string, problem: string | null): void => writer.next.noteProblem(label, problem);
  const isUtf8 = $derived(runs.find((run) => run.id === writer.run)?.textEncoding === 'utf-8');
;
async () => {


 { svelteHTML.createElement("div", { "class":`more`,});
   { svelteHTML.createElement("div", { "class":`filters`,});
     { const $$_rebmuNnialP2C = __sveltets_2_ensureComponent(PlainNumber); new $$_rebmuNnialP2C({ target: __sveltets_2_any(), props: {          "label":`Top-k`,"range":`topK`,"value":options.topK,onproblem,"onchange":(value) => (options.topK = value),}});}
     { const $$_rebmuNnialP2C = __sveltets_2_ensureComponent(PlainNumber); new $$_rebmuNnialP2C({ target: __sveltets_2_any(), props: {          "label":`Top-p`,"range":`topP`,"value":options.topP,onproblem,"onchange":(value) => (options.topP = value),}});}
     { const $$_rebmuNnialP2C = __sveltets_2_ensureComponent(PlainNumber); new $$_rebmuNnialP2C({ target: __sveltets_2_any(), props: {          "label":`Min-p`,"range":`minP`,"value":options.minP,onproblem,"onchange":(value) => (options.minP = value),}});}
     { const $$_rebmuNnialP2C = __sveltets_2_ensureComponent(PlainNumber); new $$_rebmuNnialP2C({ target: __sveltets_2_any(), props: {          "label":`Repetition penalty`,"range":`repetitionPenalty`,"value":options.repetitionPenalty,onproblem,"onchange":(value) => (options.repetitionPenalty = value),}});}
     { const $$_rebmuNnialP2C = __sveltets_2_ensureComponent(PlainNumber); new $$_rebmuNnialP2C({ target: __sveltets_2_any(), props: {          "label":`Penalty window`,"range":`repetitionWindow`,"value":options.repetitionWindow,onproblem,"onchange":(value) => (options.repetitionWindow = value),}});}
     { svelteHTML.createElement("div", { "class":`stop`,});
       { svelteHTML.createElement("label", {   "class":`small faint`,"for":`${id}-stop`,});  }
       { svelteHTML.createElement("input", {             "id":`${id}-stop`,"class":`field`,"autocomplete":`off`,"spellcheck":`false`,"title":`Generation stops after this text; leave it empty to turn this off`,"bind:value":options.stop,});/*Ωignore_startΩ*/() => options.stop = __sveltets_2_any(null);/*Ωignore_endΩ*/}
     }
   }
  if(isUtf8){
     { svelteHTML.createElement("label", { "class":`check`,}); { svelteHTML.createElement("input", {    "type":`checkbox`,"bind:checked":options.validUtf8,});/*Ωignore_startΩ*/() => options.validUtf8 = __sveltets_2_any(null);/*Ωignore_endΩ*/}    }
  }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const FilterFields__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type FilterFields__SvelteComponent_ = ReturnType<typeof FilterFields__SvelteComponent_>;
/*Ωignore_endΩ*/export default FilterFields__SvelteComponent_;