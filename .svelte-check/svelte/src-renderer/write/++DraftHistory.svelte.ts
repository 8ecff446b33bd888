///<reference types="svelte" />
;
import type { DraftSummary } from '../../src-engine/protocol/writing';
import { formatBytes } from '../numbers/format';
import { draftBeginning, draftTitle } from './draft-words';
import FavouriteButton from './FavouriteButton.svelte';
import type { Writer } from './writer.svelte';

;type $$ComponentProps =  { writer: Writer };function $$render() {

  
  
  
  
  

  const { writer }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const id = $props.id();
  let panel: HTMLElement;
  /** Asked once before a draft goes. */
  let removing = $state<string | null>(null);

  const drafts = $derived([...writer.drafts.all].sort((a, b) => Number(b.favourite) - Number(a.favourite)));
  const when = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  const isShown = (draft: DraftSummary): boolean => writer.drafts.shown.some((view) => view.id === draft.id);

  function show(draft: DraftSummary, isBeside: boolean): void {
    writer.drafts.show(draft.id, isBeside);
    if (!isBeside) panel.hidePopover();
  }

  function remove(draft: DraftSummary): void {
    if (removing === draft.id) writer.drafts.remove(draft);
    removing = removing === draft.id ? null : draft.id;
  }
;
async () => {


 { svelteHTML.createElement("button", {       "type":`button`,"class":`button quiet opener`,"popovertarget":id,"disabled":writer.drafts.all.length === 0,});
  
 }
 { const $$_div0 = svelteHTML.createElement("div", {         id,"class":`flyout`,"popover":`auto`,"role":`dialog`,"aria-label":`Earlier drafts`,});panel = $$_div0;
   { svelteHTML.createElement("ul", {});
       for(let draft of __sveltets_2_ensureArray(drafts)){draft.id;
       { svelteHTML.createElement("li", {});
         { svelteHTML.createElement("button", {        "type":`button`,"class":`flyout-choice draft`,"onclick":() => show(draft, false),});isShown(draft);
           { svelteHTML.createElement("span", { "class":`one-line beginning`,});draftBeginning(draft) || '(empty)'; }
           { svelteHTML.createElement("span", { "class":`one-line small faint`,});
            when.format(draft.createdMs);  formatBytes(draft.bytes);  draftTitle(draft);
           }
         }
         { const $$_nottuBetiruovaF3C = __sveltets_2_ensureComponent(FavouriteButton); new $$_nottuBetiruovaF3C({ target: __sveltets_2_any(), props: {    "summary":draft,"onmark":() => writer.drafts.mark(draft),}});}
         { svelteHTML.createElement("div", { "class":`more small`,});
           { svelteHTML.createElement("button", {        "type":`button`,"class":`link`,"disabled":isShown(draft),"onclick":() => show(draft, true),});    }
           { svelteHTML.createElement("button", {     "type":`button`,"class":`link`,"onclick":() => writer.next.useOptions(draft),});   }
           { svelteHTML.createElement("button", {       "type":`button`,"class":`link`,"disabled":draft.isWriting,"onclick":() => remove(draft),});
            removing === draft.id ? 'Delete permanently?' : 'Delete';
           }
         }
       }
    }
   }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const DraftHistory__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type DraftHistory__SvelteComponent_ = ReturnType<typeof DraftHistory__SvelteComponent_>;
/*Ωignore_endΩ*/export default DraftHistory__SvelteComponent_;