///<reference types="svelte" />
;
import type { Notices } from './notices.svelte';

;type $$ComponentProps =  { notices: Notices };function $$render() {

  

  const SHOWN_MS = 8000;

  const { notices }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  let isHeld = $state(false);
  const notice = $derived(notices.confirmed);

  $effect(() => {
    if (!notice || isHeld) return;
    const timer = setTimeout(() => notices.dismiss(notice.id), SHOWN_MS);
    return () => clearTimeout(timer);
  });
;
async () => {


 { svelteHTML.createElement("div", {   "class":`place`,"role":`status`,});
  if(notice){
    
     { svelteHTML.createElement("div", {           "class":`confirmation`,"onpointerenter":() => (isHeld = true),"onpointerleave":() => (isHeld = false),"onfocusin":() => (isHeld = true),"onfocusout":() => (isHeld = false),});
       { svelteHTML.createElement("span", { "class":`selectable`,});notice.sentence; }
      if(notice.action){
         { svelteHTML.createElement("button", {     "type":`button`,"class":`button quiet`,"onclick":notice.action.perform,});notice.action.label; }
      }
       { svelteHTML.createElement("button", {          "type":`button`,"class":`icon-button`,"aria-label":`Dismiss`,"title":`Dismiss`,"onclick":() => notices.dismiss(notice.id),});  }
     }
  }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Confirmation__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Confirmation__SvelteComponent_ = ReturnType<typeof Confirmation__SvelteComponent_>;
/*Ωignore_endΩ*/export default Confirmation__SvelteComponent_;