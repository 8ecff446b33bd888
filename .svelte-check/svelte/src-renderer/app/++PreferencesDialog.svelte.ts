///<reference types="svelte" />
;
import type { PersonalPreferences } from '../../src-main/calls/window-api';
import Segmented from '../settings/Segmented.svelte';
import ModalDialog from './ModalDialog.svelte';
;

  interface Props {
    preferences: PersonalPreferences;
    onchange: (change: Partial<PersonalPreferences>) => void;
    onclose: () => void;
  };;

  type Theme = PersonalPreferences['theme'];;;
  type Closing = PersonalPreferences['closingWhileTraining'];;function $$render() {

  
  
  

  const { preferences, onchange, onclose }: Props = $props();



  const THEMES: { value: Theme; label: string }[] = [
    { value: 'system', label: 'Match system' },
    { value: 'light', label: 'Light' },
    { value: 'dark', label: 'Dark' },
  ];
  const CLOSINGS: { value: Closing; label: string }[] = [
    { value: 'ask', label: 'Ask' },
    { value: 'background', label: 'Keep training' },
    { value: 'quit', label: 'Pause and quit' },
  ];
;
async () => {


 { const $$_golaiDladoM0C = __sveltets_2_ensureComponent(ModalDialog); new $$_golaiDladoM0C({ target: __sveltets_2_any(), props: {  children:() => { return __sveltets_2_any(0); },"title":`Preferences`,onclose,}});
   { svelteHTML.createElement("div", { "class":`preferences`,});
     { svelteHTML.createElement("div", { "class":`choice`,});
       { svelteHTML.createElement("span", { "aria-hidden":`true`,});  }
       { const $$_detnemgeS3C = __sveltets_2_ensureComponent(Segmented); new $$_detnemgeS3C({ target: __sveltets_2_any(), props: {           "name":`theme`,"label":`Appearance`,"value":preferences.theme,"options":THEMES,"onchoose":(value) => onchange({ theme: value as Theme }),}});}
     }
     { svelteHTML.createElement("div", { "class":`choice`,});
       { svelteHTML.createElement("span", { "aria-hidden":`true`,});      }
       { const $$_detnemgeS3C = __sveltets_2_ensureComponent(Segmented); new $$_detnemgeS3C({ target: __sveltets_2_any(), props: {           "name":`closing`,"label":`When the window closes during training`,"value":preferences.closingWhileTraining,"options":CLOSINGS,"onchoose":(value) => onchange({ closingWhileTraining: value as Closing }),}});}
       { svelteHTML.createElement("p", { "class":`small faint`,});      }
     }
     { svelteHTML.createElement("div", { "class":`choice`,});
       { svelteHTML.createElement("label", {});
         { svelteHTML.createElement("input", {       "type":`checkbox`,"checked":preferences.keepAwake,"onchange":(event) => onchange({ keepAwake: event.currentTarget.checked }),});}
             
       }
       { svelteHTML.createElement("label", {});
         { svelteHTML.createElement("input", {       "type":`checkbox`,"checked":preferences.notifyAtEnd,"onchange":(event) => onchange({ notifyAtEnd: event.currentTarget.checked }),});}
              
       }
     }
   }
 ModalDialog}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const PreferencesDialog__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type PreferencesDialog__SvelteComponent_ = ReturnType<typeof PreferencesDialog__SvelteComponent_>;
/*Ωignore_endΩ*/export default PreferencesDialog__SvelteComponent_;