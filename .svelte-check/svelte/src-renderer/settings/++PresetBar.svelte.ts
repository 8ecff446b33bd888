///<reference types="svelte" />
;
import { tick } from 'svelte';
import { BUILT_IN_PRESETS } from './built-in-presets';
import type { Presets } from './presets.svelte';
import type { NewRunSettings } from './new-run-settings.svelte';

;type $$ComponentProps =  { presets: Presets; settings: NewRunSettings };function $$render() {

  
  
  
  

  const { presets, settings }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const id = $props.id();
  let naming = $state<'save' | 'rename' | null>(null);
  let typed = $state('');
  let list = $state<HTMLSelectElement>();

  const chosen = $derived(presets.matching(settings));
  const isOwn = $derived(presets.own.some(({ name }) => name === chosen));
  const help = $derived(BUILT_IN_PRESETS.find(({ name }) => name === chosen)?.help);
  const problem = $derived(presets.nameProblem(typed, naming === 'rename' ? chosen : null));

  function beginNaming(what: 'save' | 'rename'): void {
    naming = what;
    typed = what === 'rename' ? (chosen ?? '') : '';
  }

  /** The button that had the keys is gone. */
  async function returnKeys(): Promise<void> {
    await tick();
    list?.focus();
  }

  function endNaming(): void {
    naming = null;
    void returnKeys();
  }

  function finishNaming(event: SubmitEvent): void {
    event.preventDefault();
    if (problem !== null) return;
    if (naming === 'rename' && chosen !== null) presets.rename(chosen, typed);
    else presets.save(typed, settings);
    endNaming();
  }

  function remove(name: string): void {
    presets.remove(name);
    void returnKeys();
  }

  function focus(field: HTMLInputElement): void {
    field.select();
  }
;
async () => {


 { svelteHTML.createElement("section", { "aria-label":`Preset`,});
  if(naming === null){
     { svelteHTML.createElement("label", {   "class":`head`,"for":id,});  }
     { const $$_select1 = svelteHTML.createElement("select", {         id,"class":`field`,"value":chosen ?? '',"onchange":(event) => presets.choose(event.currentTarget.value, settings),});list = $$_select1;
      if(chosen === null){ { svelteHTML.createElement("option", {"value":"",});  }}
         for(let { name } of __sveltets_2_ensureArray(BUILT_IN_PRESETS)){name; { svelteHTML.createElement("option", { "value":name,});name; }}
      if(presets.own.length > 0){
         { svelteHTML.createElement("optgroup", { "label":`Your presets`,});
             for(let { name } of __sveltets_2_ensureArray(presets.own)){name; { svelteHTML.createElement("option", { "value":name,});name; }}
         }
      }
     }
    if(help){ { svelteHTML.createElement("p", { "class":`small faint`,});help; }}
    if(chosen === null){
       { svelteHTML.createElement("div", { "class":`buttons`,});
         { svelteHTML.createElement("button", {     "type":`button`,"class":`link small`,"onclick":() => beginNaming('save'),});    }
       }
    } else if (isOwn){
       { svelteHTML.createElement("div", { "class":`buttons`,});
         { svelteHTML.createElement("button", {     "type":`button`,"class":`link small`,"onclick":() => beginNaming('rename'),});  }
         { svelteHTML.createElement("button", {     "type":`button`,"class":`link small`,"onclick":() => remove(chosen),});  }
       }
    }
  }else{
     { svelteHTML.createElement("form", { "onsubmit":finishNaming,});
       { svelteHTML.createElement("label", {   "class":`head`,"for":`${id}-name`,});  }
       { svelteHTML.createElement("input", {                "id":`${id}-name`,"class":`field`,"maxlength":80,"autocomplete":`off`,"bind:value":typed,"aria-describedby":`${id}-problem`,"onkeydown":(event) => event.key === 'Escape' && endNaming(),[Symbol("@attach")]:focus,});/*Ωignore_startΩ*/() => typed = __sveltets_2_any(null);/*Ωignore_endΩ*/}
       { svelteHTML.createElement("p", {    "class":`small`,"id":`${id}-problem`,});typed.trim() !== '';typed.trim() === '' ? '' : problem; }
       { svelteHTML.createElement("div", { "class":`buttons`,});
         { svelteHTML.createElement("button", {     "type":`submit`,"class":`button primary`,"disabled":problem !== null,});  }
         { svelteHTML.createElement("button", {     "type":`button`,"class":`button`,"onclick":endNaming,});  }
       }
     }
  }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const PresetBar__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type PresetBar__SvelteComponent_ = ReturnType<typeof PresetBar__SvelteComponent_>;
/*Ωignore_endΩ*/export default PresetBar__SvelteComponent_;