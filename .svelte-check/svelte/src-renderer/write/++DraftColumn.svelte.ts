///<reference types="svelte" />
;
import { formatCount } from '../numbers/format';
import DraftText from './DraftText.svelte';
import type { DraftView } from './draft-view.svelte';
import { draftNetwork, draftSettings, draftTitle } from './draft-words';
import FavouriteButton from './FavouriteButton.svelte';
import type { Writer } from './writer.svelte';
;

  interface Props {
    writer: Writer;
    view: DraftView;
    /** There are others beside it. */
    isOneOfMany: boolean;
  };function $$render() {

  
  
  
  
  
  

  const { writer, view, isOneOfMany }: Props = $props();

  const summary = $derived(writer.drafts.summary(view.id));
  const title = $derived(summary ? draftTitle(summary) : '');
  const parent = $derived(summary?.parent ? writer.drafts.summary(summary.parent.draft) : null);
  const sentence = $derived(view.problem ?? summary?.sentence ?? null);
;
async () => {


  { svelteHTML.createElement("section", {       "class":`draft`,"aria-label":title === '' ? 'Draft' : `Draft, ${title}`,"onfocusin":() => (writer.drafts.activeId = view.id),});isOneOfMany && writer.drafts.active === view;
   { svelteHTML.createElement("header", { "class":`small`,});
     { svelteHTML.createElement("span", {  "class":`title`,title,});
      if(summary){
         { svelteHTML.createElement("span", { "class":`one-line`,});draftNetwork(summary); }
         { svelteHTML.createElement("span", { "class":`one-line faint`,});draftSettings(summary); }
      }
     }
    if(summary){ { const $$_nottuBetiruovaF2C = __sveltets_2_ensureComponent(FavouriteButton); new $$_nottuBetiruovaF2C({ target: __sveltets_2_any(), props: {   summary,"onmark":() => writer.drafts.mark(summary),}});}}
    if(isOneOfMany){
       { svelteHTML.createElement("button", {           "type":`button`,"class":`icon-button`,"aria-label":`Close draft`,"title":`Close draft`,"onclick":() => writer.drafts.hide(view),});
        
       }
    }
   }
   { const $$_txeTtfarD1C = __sveltets_2_ensureComponent(DraftText); new $$_txeTtfarD1C({ target: __sveltets_2_any(), props: {    writer,view,"label":`Generated text${isOneOfMany ? `, ${title}` : ''}`,}});}
   { svelteHTML.createElement("footer", { "class":`small`,});
     { svelteHTML.createElement("p", {    "class":`status faint`,"role":`status`,});sentence !== null;
      if(sentence){sentence;} else if (view.isWriting){ }else{formatCount(view.bytes); }
     }
    if(parent){
       { svelteHTML.createElement("button", {         "type":`button`,"class":`button quiet`,"title":`Back to the draft this one branched from (Backspace)`,"onclick":() => writer.branching.back(view),});
        
       }
    }
     { svelteHTML.createElement("button", {       "type":`button`,"class":`button quiet`,"disabled":view.isWriting,"onclick":() => writer.goOn(view),});
      
     }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const DraftColumn__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type DraftColumn__SvelteComponent_ = ReturnType<typeof DraftColumn__SvelteComponent_>;
/*Ωignore_endΩ*/export default DraftColumn__SvelteComponent_;