///<reference types="svelte" />
;
import { formatCount } from '../numbers/format';
import type { Finding } from './finding.svelte';

;type $$ComponentProps =  { finding: Finding };function $$render() {

  
  

  const { finding }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  let field: HTMLInputElement;
  let text = $state('');

  const found = $derived(finding.found);
  const told = $derived.by(() => {
    if (!found || text === '') return '';
    if (found.at.length === 0) return 'No matches';
    return `${formatCount(found.current + 1)} of ${formatCount(found.at.length)}${found.isAll ? '' : ' or more'}`;
  });

  $effect(() => field.focus());
  $effect(() => finding.find(text));

  function pressed(event: KeyboardEvent): void {
    if (event.key === 'Enter') finding.step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') finding.close();
    else return;
    event.preventDefault();
  }
;
async () => {


 { svelteHTML.createElement("div", {   "class":`find`,"role":`search`,});
   { const $$_input1 = svelteHTML.createElement("input", {                "class":`field`,"bind:value":text,"onkeydown":pressed,"aria-label":`Find in the text`,"placeholder":`Find in the text`,"autocomplete":`off`,"spellcheck":`false`,});field = $$_input1;/*Ωignore_startΩ*/() => text = __sveltets_2_any(null);/*Ωignore_endΩ*/}
   { svelteHTML.createElement("span", {   "class":`told small faint`,"role":`status`,});told; }
   { svelteHTML.createElement("button", {       "type":`button`,"class":`button quiet`,"aria-label":`Previous match`,"onclick":() => finding.step(-1),});  }
   { svelteHTML.createElement("button", {       "type":`button`,"class":`button quiet`,"aria-label":`Next match`,"onclick":() => finding.step(1),});  }
   { svelteHTML.createElement("button", {       "type":`button`,"class":`button quiet`,"aria-label":`Close search`,"onclick":() => finding.close(),});  }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const FindBar__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type FindBar__SvelteComponent_ = ReturnType<typeof FindBar__SvelteComponent_>;
/*Ωignore_endΩ*/export default FindBar__SvelteComponent_;