///<reference types="svelte" />
;
import type { Snippet } from 'svelte';
import { COLUMN_TITLES, type RightColumn } from './right-column.svelte';

;type $$ComponentProps =  { column: RightColumn; children: Snippet };function $$render() {

  
  

  const { column, children }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const title = $derived(COLUMN_TITLES[column.kind]);
;
async () => {


 { svelteHTML.createElement("aside", {  "aria-label":title,});column.isFolded;
   { svelteHTML.createElement("header", {});
    if(!column.isFolded){ { svelteHTML.createElement("h2", {});title; }}
     { svelteHTML.createElement("button", {             "type":`button`,"class":`icon-button`,"aria-expanded":!column.isFolded,"aria-label":column.isFolded ? `Show ${title}` : `Fold away ${title}`,"title":column.isFolded ? `Show ${title}` : `Fold away ${title}`,"onclick":column.toggle,});
       { svelteHTML.createElement("svg", {       "width":`14`,"height":`14`,"viewBox":`0 0 14 14`,"aria-hidden":`true`,});
         { svelteHTML.createElement("path", {  "d":`M1.5 2.5h11v9h-11z`,});} { svelteHTML.createElement("path", {  "d":`M9 2.5v9`,});}
       }
     }
   }
  if(!column.isFolded){ { svelteHTML.createElement("div", { "class":`content`,});;__sveltets_2_ensureSnippet(children()); }}
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const FoldedColumn__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type FoldedColumn__SvelteComponent_ = ReturnType<typeof FoldedColumn__SvelteComponent_>;
/*Ωignore_endΩ*/export default FoldedColumn__SvelteComponent_;