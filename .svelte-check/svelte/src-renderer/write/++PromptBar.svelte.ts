///<reference types="svelte" />
;
import type { Writer } from './writer.svelte';

;type $$ComponentProps =  { writer: Writer };function $$render() {

  

  const { writer }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  function pressed(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    // Else the menu would start or pause the run.
    event.preventDefault();
    event.stopPropagation();
    if (writer.drafts.isWriting) writer.stop();
    else writer.begin();
  }
;
async () => {


 { svelteHTML.createElement("div", { "class":`prompt`,});
   { svelteHTML.createElement("label", { "class":`text`,});
     { svelteHTML.createElement("span", { "class":`small faint`,});  }
     { svelteHTML.createElement("textarea", {            "class":`field`,"rows":2,"bind:value":writer.next.options.prompt,"placeholder":`Once upon a time`,"aria-keyshortcuts":`Control+Enter Meta+Enter`,"onkeydown":pressed,});/*Ωignore_startΩ*/() => writer.next.options.prompt = __sveltets_2_any(null);/*Ωignore_endΩ*/ }
   }
  if(writer.drafts.isWriting){
     { svelteHTML.createElement("button", {     "type":`button`,"class":`button primary`,"onclick":() => writer.stop(),});  }
  }else{
     { svelteHTML.createElement("button", {     "type":`button`,"class":`button primary`,"onclick":() => writer.begin(),});  }
  }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const PromptBar__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type PromptBar__SvelteComponent_ = ReturnType<typeof PromptBar__SvelteComponent_>;
/*Ωignore_endΩ*/export default PromptBar__SvelteComponent_;