///<reference types="svelte" />
;
import type { Snippet } from 'svelte';

;type $$ComponentProps =  { title: string; children: Snippet };function $$render() {

  

  const { title, children }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const id = $props.id();
;
async () => {



 { svelteHTML.createElement("section", {     "class":`card part`,"aria-labelledby":id,"tabindex":0,});
   { svelteHTML.createElement("h2", {id,});title; }
  ;__sveltets_2_ensureSnippet(children());
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const BookPart__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type BookPart__SvelteComponent_ = ReturnType<typeof BookPart__SvelteComponent_>;
/*Ωignore_endΩ*/export default BookPart__SvelteComponent_;