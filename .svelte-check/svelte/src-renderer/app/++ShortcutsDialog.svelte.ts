///<reference types="svelte" />
;
import type { ShortcutGroup } from '../../src-main/menu/shortcuts';
import ModalDialog from './ModalDialog.svelte';

;type $$ComponentProps =  { groups: ShortcutGroup[]; onclose: () => void };function $$render() {

  
  

  const { groups, onclose }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const longest = $derived(groups.toSorted((a, b) => b.shortcuts.length - a.shortcuts.length)[0]);
;
async () => {


 { const $$_golaiDladoM0C = __sveltets_2_ensureComponent(ModalDialog); new $$_golaiDladoM0C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"title":`Keyboard shortcuts`,"width":`44rem`,onclose,}});
   { svelteHTML.createElement("div", { "class":`groups`,});
       for(let group of __sveltets_2_ensureArray(groups)){group.title;
       { svelteHTML.createElement("section", {   "aria-label":group.title,});group === longest;
         { svelteHTML.createElement("h3", {});group.title; }
         { svelteHTML.createElement("dl", {});
             for(let shortcut of __sveltets_2_ensureArray(group.shortcuts)){shortcut.keys;
             { svelteHTML.createElement("div", {});
               { svelteHTML.createElement("dt", {});shortcut.does; }
               { svelteHTML.createElement("dd", {}); { svelteHTML.createElement("kbd", {});shortcut.keys; } }
             }
          }
         }
       }
    }
   }
 ModalDialog}


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ShortcutsDialog__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ShortcutsDialog__SvelteComponent_ = ReturnType<typeof ShortcutsDialog__SvelteComponent_>;
/*Ωignore_endΩ*/export default ShortcutsDialog__SvelteComponent_;