///<reference types="svelte" />
;
import type { Snippet } from 'svelte';
import { SETTINGS, type SettingName } from '../../src-engine/hyperparameters';
import { SETTING_GROUPS } from '../../src-engine/settings/setting';
import type { SettingSource } from './setting-source';
import type { SettingNotes } from './setting-notes';
import SettingGroup from './SettingGroup.svelte';
;

  interface Props {
    source: SettingSource;
    text: Snippet;
    notes: SettingNotes;
    /** Above the settings. */
    head?: Snippet | undefined;
    /** Below them, always in view. */
    foot?: Snippet | undefined;
  };function $$render() {

  
  
  
  
  
  

  const { source, text, notes, head, foot }: Props = $props();

  let helped = $state<SettingName | null>(null);

  const help = $derived(helped === null ? 'Point at a setting to see what it does.' : SETTINGS[helped].help);
  const isFixed = $derived(helped !== null && !source.canChange(helped));
;
async () => {


 { svelteHTML.createElement("div", { "class":`settings`,});
   { svelteHTML.createElement("div", { "class":`scroller`,});
    ;__sveltets_2_ensureSnippet(text());
    ;__sveltets_2_ensureSnippet(head?.());
       for(let group of __sveltets_2_ensureArray(SETTING_GROUPS)){group;
       { const $$_puorGgnitteS2C = __sveltets_2_ensureComponent(SettingGroup); new $$_puorGgnitteS2C({ target: __sveltets_2_any(), props: {     group,source,"onhelp":(name) => (helped = name),notes,}});}
    }
   }
  ;__sveltets_2_ensureSnippet(foot?.());
   { svelteHTML.createElement("p", {   "class":`help small`,"aria-hidden":`true`,});
    help;
    if(isFixed){ { svelteHTML.createElement("strong", {});       }}
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SettingsColumn__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SettingsColumn__SvelteComponent_ = ReturnType<typeof SettingsColumn__SvelteComponent_>;
/*Ωignore_endΩ*/export default SettingsColumn__SvelteComponent_;