///<reference types="svelte" />
;
import type { Notices } from './notices.svelte';

;type $$ComponentProps =  { notices: Notices };function $$render() {

  

  const { notices }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();
;
async () => {


 { svelteHTML.createElement("div", {   "class":`notices`,"role":`alert`,});
     for(let notice of __sveltets_2_ensureArray(notices.list)){notice.id;
     { svelteHTML.createElement("div", { "class":`notice`,});
       { svelteHTML.createElement("p", { "class":`selectable`,});notice.sentence; }
       { svelteHTML.createElement("div", { "class":`buttons`,});
        if(notice.action){
           { svelteHTML.createElement("button", {     "type":`button`,"class":`button`,"onclick":notice.action.perform,});notice.action.label; }
        }
         { svelteHTML.createElement("button", {     "type":`button`,"class":`button quiet`,"onclick":() => notices.dismiss(notice.id),});  }
       }
     }
  }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const NoticeBanner__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type NoticeBanner__SvelteComponent_ = ReturnType<typeof NoticeBanner__SvelteComponent_>;
/*Ωignore_endΩ*/export default NoticeBanner__SvelteComponent_;