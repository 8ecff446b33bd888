///<reference types="svelte" />
;
import CompareControls from '../compare/CompareControls.svelte';
import LookControls from '../look/LookControls.svelte';
import FixedNote from '../settings/FixedNote.svelte';
import PresetBar from '../settings/PresetBar.svelte';
import { RunSettings } from '../settings/run-settings';
import { notesOn } from '../settings/setting-notes';
import SettingsColumn from '../settings/SettingsColumn.svelte';
import CostLine from '../tune/CostLine.svelte';
import WritingControls from '../write/WritingControls.svelte';
import FoldedColumn from './FoldedColumn.svelte';
import type { RightColumn } from './right-column.svelte';
import SelectionText from './SelectionText.svelte';
import type { Workbench } from './workbench.svelte';
;

  interface Props {
    workbench: Workbench;
    column: RightColumn;
    onchoosetext: () => void;
  };function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  

  const { workbench, column, onchoosetext }: Props = $props();

  const { comparison, newRun, presets, runs, selection, tuning } = $derived(workbench);
  const source = $derived(
    selection.run
      ? new RunSettings(selection.run, selection.opened?.changes ?? [], workbench.changeSetting)
      : newRun.settings,
  );
  const networks = $derived(selection.model ? [] : runs.runs);
;
async () => {


 { const $$_nmuloCdedloF0C = __sveltets_2_ensureComponent(FoldedColumn); new $$_nmuloCdedloF0C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },column,}});
  if(column.kind === 'write'){
     { const $$_slortnoCgnitirW1C = __sveltets_2_ensureComponent(WritingControls); new $$_slortnoCgnitirW1C({ target: __sveltets_2_any(), props: {    "writer":selection.writer,"runs":networks,}});}
  } else if (column.kind === 'look'){
     { const $$_slortnoCkooL1C = __sveltets_2_ensureComponent(LookControls); new $$_slortnoCkooL1C({ target: __sveltets_2_any(), props: {       "look":selection.look,"drafts":selection.writer.drafts.all,"isTraining":selection.run?.state === 'training',}});}
  } else if (column.kind === 'compare'){
     { const $$_slortnoCerapmoC1C = __sveltets_2_ensureComponent(CompareControls); new $$_slortnoCerapmoC1C({ target: __sveltets_2_any(), props: {   comparison,"runs":runs.runs,}});}
  }else{
    selection.run?.id; {
       { const $$_nmuloCsgnitteS1C = __sveltets_2_ensureComponent(SettingsColumn); const $$_nmuloCsgnitteS1 = new $$_nmuloCsgnitteS1C({ target: __sveltets_2_any(), props: {  source,"notes":notesOn(source, tuning.computer),text:() => { async ()/*Ωignore_positionΩ*/ => { { const $$_txeTnoitceleS0C = __sveltets_2_ensureComponent(SelectionText); new $$_txeTnoitceleS0C({ target: __sveltets_2_any(), props: {   workbench,"onchoose":onchoosetext,}});}};return __sveltets_2_any(0)},head:() => { async ()/*Ωignore_positionΩ*/ => {
          if(selection.run){ { const $$_etoNdexiF0C = __sveltets_2_ensureComponent(FixedNote); new $$_etoNdexiF0C({ target: __sveltets_2_any(), props: {  "state":selection.run.state,}});}
          }else{ { const $$_raBteserP0C = __sveltets_2_ensureComponent(PresetBar); new $$_raBteserP0C({ target: __sveltets_2_any(), props: {   presets,"settings":newRun.settings,}});}}
        };return __sveltets_2_any(0)},foot:() => { async ()/*Ωignore_positionΩ*/ => {
          if(!selection.run){
             { const $$_eniLtsoC0C = __sveltets_2_ensureComponent(CostLine); new $$_eniLtsoC0C({ target: __sveltets_2_any(), props: {     tuning,"settings":newRun.settings,"token":newRun.text.summary?.token ?? null,}});}
          }
        };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {text, head, foot} = $$_nmuloCsgnitteS1.$$prop_def;/*Ωignore_endΩ*/
        
        
        
       SettingsColumn}
    }
  }
 FoldedColumn}
};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Controls__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Controls__SvelteComponent_ = ReturnType<typeof Controls__SvelteComponent_>;
/*Ωignore_endΩ*/export default Controls__SvelteComponent_;