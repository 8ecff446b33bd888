///<reference types="svelte" />
;
import type { WorkedExample } from '../../../src-engine/protocol/inspection';
import { exampleAsCsv, exampleAsJson } from './worked-numbers';

;type $$ComponentProps =  { example: WorkedExample };function $$render() {

  
  

  const { example }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  let told = $state('');

  async function copy(written: string, format: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(written);
      told = `Copied as ${format}.`;
    } catch {
      told = 'The numbers could not be copied. Click in the window, then try again.';
    }
  }
;
async () => {


 { svelteHTML.createElement("div", { "class":`copy`,});
   { svelteHTML.createElement("span", {   "class":`small faint`,"role":`status`,});told; }
   { svelteHTML.createElement("button", {     "type":`button`,"class":`button`,"onclick":() => void copy(exampleAsCsv(example), 'CSV'),});   }
   { svelteHTML.createElement("button", {     "type":`button`,"class":`button`,"onclick":() => void copy(exampleAsJson(example), 'JSON'),});   }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const CopyNumbers__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type CopyNumbers__SvelteComponent_ = ReturnType<typeof CopyNumbers__SvelteComponent_>;
/*Ωignore_endΩ*/export default CopyNumbers__SvelteComponent_;