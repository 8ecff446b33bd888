///<reference types="svelte" />
;
import type { Snippet } from 'svelte';
;

  interface Props {
    title: string;
    width?: string;
    onclose: () => void;
    children: Snippet;
    /** Buttons in the place of Close; each closes the dialog. What is marked `data-first` has the keys, else the first. */
    actions?: Snippet;
  };function $$render() {

  

  const { title, width = '28rem', onclose, children, actions }: Props = $props();

  const id = $props.id();
  let dialog: HTMLDialogElement;
  let buttons: HTMLFormElement;

  $effect(() => {
    dialog.showModal();
    (dialog.querySelector<HTMLElement>('[data-first]') ?? buttons.querySelector('button'))?.focus();
  });
;
async () => {


 { const $$_dialog0 = svelteHTML.createElement("dialog", {    "aria-labelledby":id,onclose,});dialog = $$_dialog0;__sveltets_2_ensureType(String, Number, width);
   { svelteHTML.createElement("h2", {id,});title; }
  
   { svelteHTML.createElement("div", {       "class":`content`,"role":`group`,"aria-labelledby":id,"tabindex":0,});;__sveltets_2_ensureSnippet(children()); }
   { const $$_form1 = svelteHTML.createElement("form", {  "method":`dialog`,});buttons = $$_form1;
    if(actions){;__sveltets_2_ensureSnippet(actions());}else{ { svelteHTML.createElement("button", { "class":`button`,});  }}
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ModalDialog__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ModalDialog__SvelteComponent_ = ReturnType<typeof ModalDialog__SvelteComponent_>;
/*Ωignore_endΩ*/export default ModalDialog__SvelteComponent_;