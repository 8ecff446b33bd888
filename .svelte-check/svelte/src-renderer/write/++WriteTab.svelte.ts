///<reference types="svelte" />
;
import type { ExportFormat } from '../../src-engine/protocol/writing';
import DraftColumn from './DraftColumn.svelte';
import DraftHistory from './DraftHistory.svelte';
import FindBar from './FindBar.svelte';
import PromptBar from './PromptBar.svelte';
import SaveMenu from './SaveMenu.svelte';
import SurpriseKey from './SurpriseKey.svelte';
import type { Writer } from './writer.svelte';
;

  interface Props {
    writer: Writer;
    oncopy: () => void;
    onsave: (format: ExportFormat) => void;
    onexport: () => void;
  };function $$render() {

  
  
  
  
  
  
  
  

  const { writer, oncopy, onsave, onexport }: Props = $props();

  const isEmpty = $derived((writer.drafts.active?.bytes ?? 0) === 0);

  /** Often enough that what is read ahead is never old; seldom enough that it takes the training little. */
  const PREPARE_EVERY_MS = 2000;
  const PREPARE_AFTER_TYPING_MS = 200;

  $effect(() => {
    void [writer.next.options.prompt, writer.next.network, writer.drafts.isWriting];
    const soon = setTimeout(() => writer.prepare(), PREPARE_AFTER_TYPING_MS);
    const often = setInterval(() => document.visibilityState === 'visible' && writer.prepare(), PREPARE_EVERY_MS);
    return () => {
      clearTimeout(soon);
      clearInterval(often);
    };
  });

  function pressed(event: KeyboardEvent): void {
    if ((event.ctrlKey || event.metaKey) && event.key === 'f' && !isEmpty) {
      event.preventDefault();
      writer.finding.isOpen = true;
    }
  }
;
async () => {


 { svelteHTML.createElement("svelte:window", {  "onkeydown":pressed,});}

 { svelteHTML.createElement("div", { "class":`write`,});
   { const $$_raBtpmorP1C = __sveltets_2_ensureComponent(PromptBar); new $$_raBtpmorP1C({ target: __sveltets_2_any(), props: { writer,}});}
  if(writer.sentence){ { svelteHTML.createElement("p", {   "class":`problem`,"role":`alert`,});writer.sentence; }}
   { svelteHTML.createElement("div", { "class":`drafts`,});
     { svelteHTML.createElement("div", { "class":`tools small`,});
      if(writer.finding.isOpen){
         { const $$_raBdniF3C = __sveltets_2_ensureComponent(FindBar); new $$_raBdniF3C({ target: __sveltets_2_any(), props: {  "finding":writer.finding,}});}
      }else{
         { const $$_yeKesirpruS3C = __sveltets_2_ensureComponent(SurpriseKey); new $$_yeKesirpruS3C({ target: __sveltets_2_any(), props: { writer,}});}
         { svelteHTML.createElement("div", { "class":`away`,});
           { svelteHTML.createElement("button", {             "type":`button`,"class":`button quiet`,"disabled":isEmpty,"aria-keyshortcuts":`Control+F Meta+F`,"title":`Find in the text`,"onclick":() => (writer.finding.isOpen = true),});
            
           }
           { const $$_yrotsiHtfarD4C = __sveltets_2_ensureComponent(DraftHistory); new $$_yrotsiHtfarD4C({ target: __sveltets_2_any(), props: { writer,}});}
           { svelteHTML.createElement("button", {       "type":`button`,"class":`button quiet`,"disabled":isEmpty,"onclick":oncopy,});  }
           { const $$_uneMevaS4C = __sveltets_2_ensureComponent(SaveMenu); new $$_uneMevaS4C({ target: __sveltets_2_any(), props: {   "isDisabled":isEmpty,onsave,}});}
           { svelteHTML.createElement("button", {     "type":`button`,"class":`button quiet`,"onclick":onexport,});  }
         }
      }
     }
     { svelteHTML.createElement("div", {  "class":`columns`,});writer.drafts.shown.length === 0;
         for(let view of __sveltets_2_ensureArray(writer.drafts.shown)){view.id;
         { const $$_nmuloCtfarD3C = __sveltets_2_ensureComponent(DraftColumn); new $$_nmuloCtfarD3C({ target: __sveltets_2_any(), props: {    writer,view,"isOneOfMany":writer.drafts.shown.length > 1,}});}
      }
         { svelteHTML.createElement("p", { "class":`faint`,});           }
      
     }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const WriteTab__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type WriteTab__SvelteComponent_ = ReturnType<typeof WriteTab__SvelteComponent_>;
/*Ωignore_endΩ*/export default WriteTab__SvelteComponent_;