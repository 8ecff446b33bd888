///<reference types="svelte" />
;
import type { PageMenuState } from '../src-main/menu/menu-table';
import { Columns } from './app/columns';
import { createCommands, menuState } from './app/commands';
import Controls from './app/Controls.svelte';
import { RightColumn } from './app/right-column.svelte';
import DropOverlay from './app/DropOverlay.svelte';
import { EventRouter } from './app/event-router';
import { FileDrop } from './app/file-drop.svelte';
import { Later } from './app/later.svelte';
import { Manners } from './app/manners.svelte';
import PreferencesDialog from './app/PreferencesDialog.svelte';
import ShortcutsDialog from './app/ShortcutsDialog.svelte';
import { Workbench } from './app/workbench.svelte';
import Confirmation from './notices/Confirmation.svelte';
import NoticeBanner from './notices/NoticeBanner.svelte';
import ModelList from './models/ModelList.svelte';
import NewRun from './run/NewRun.svelte';
import LongerDialog from './run/LongerDialog.svelte';
import TurnDialog from './run/TurnDialog.svelte';
import RunsColumn from './runs/RunsColumn.svelte';
import SearchStrip from './tune/SearchStrip.svelte';
function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  

  const workbench = new Workbench(window.unroll);
  const { actions, models, newRun, notices, runs, selection, tuning } = workbench;
  const router = new EventRouter(workbench);
  const fileDrop = new FileDrop((files) => void workbench.takeDrop(files));
  const chooseText = (): void => void newRun.choose(newRun.text.chooseByDialog);
  const manners = new Manners(window.unroll);
  const columns = new Columns(document);
  const rightColumn = new RightColumn(selection);
  // Their charts and tabs are most of the page's code, and the first window shows none of them.
  const runView = new Later(() => import('./run/RunView.svelte'));
  const modelView = new Later(() => import('./models/ModelView.svelte'));

  const commands = createCommands({ workbench, manners, columns, chooseText });
  const menu = $derived(JSON.stringify(menuState(commands, selection)));

  $effect(() => workbench.link.listen(window, router));
  window.unroll.onEngineLost((sentence) => router.engineLost(sentence));
  // As text it changes only when something in it does.
  $effect(() => void window.unroll.tellMenu(JSON.parse(menu) as PageMenuState));
  window.unroll.onMenuCommand((command) => commands[command].perform());
  void newRun.text.findSamples();
  void newRun.text.findRecent();
  void manners.readPreferences();

  function pressed(event: KeyboardEvent): void {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (event.key === '?' && !isTyping) manners.dialog = 'shortcuts';
  }
;
async () => {


 { svelteHTML.createElement("svelte:window", {             "ondragenter":fileDrop.over,"ondragover":fileDrop.over,"ondragleave":fileDrop.left,"ondrop":fileDrop.drop,"onkeydown":pressed,"onfocusin":columns.noted,});}

 { svelteHTML.createElement("div", { "class":`window`,});
   { svelteHTML.createElement("div", {});
     { const $$_rennaBecitoN2C = __sveltets_2_ensureComponent(NoticeBanner); new $$_rennaBecitoN2C({ target: __sveltets_2_any(), props: { notices,}});}
    if(tuning.search?.state === 'searching' && selection.opened){
       { const $$_pirtShcraeS2C = __sveltets_2_ensureComponent(SearchStrip); new $$_pirtShcraeS2C({ target: __sveltets_2_any(), props: {    "search":tuning.search,"onshow":workbench.showSearch,}});}
    }
   }
   { svelteHTML.createElement("div", {  "class":`columns`,});rightColumn.isFolded;
     { svelteHTML.createElement("div", { "class":`runs`,});
       { const $$_nmuloCsnuR3C = __sveltets_2_ensureComponent(RunsColumn); new $$_nmuloCsnuR3C({ target: __sveltets_2_any(), props: {            "list":runs,actions,"openedId":selection.opened?.id ?? null,"onopen":(id) => selection.openRun(id),"onnew":() => workbench.prepareNewRun(),"onduplicate":(id) => workbench.duplicate(id),}});}
       { const $$_tsiLledoM3C = __sveltets_2_ensureComponent(ModelList); new $$_tsiLledoM3C({ target: __sveltets_2_any(), props: {      "models":models.all,"openedId":selection.model?.id ?? null,"onopen":(id) => selection.openModel(id),}});}
     }
     { svelteHTML.createElement("main", {});
      if(selection.opened && selection.run){
        const RunView = runView.component;
        selection.opened; {
          if(RunView){ { const $$_weiVnuR3C = __sveltets_2_ensureComponent(RunView); new $$_weiVnuR3C({ target: __sveltets_2_any(), props: {     workbench,"run":selection.run,"opened":selection.opened,}});}}
        }
      } else if (selection.model){
        const ModelView = modelView.component;
        selection.model.id; {if(ModelView){ { const $$_weiVledoM3C = __sveltets_2_ensureComponent(ModelView); new $$_weiVledoM3C({ target: __sveltets_2_any(), props: {   workbench,"model":selection.model,}});}}}
      } else if (runs.known && !selection.opened){
         { const $$_nuRweN3C = __sveltets_2_ensureComponent(NewRun); new $$_nuRweN3C({ target: __sveltets_2_any(), props: { workbench,}});}
      }
     }
     { svelteHTML.createElement("div", { "class":`controls`,}); { const $$_slortnoC3C = __sveltets_2_ensureComponent(Controls); new $$_slortnoC3C({ target: __sveltets_2_any(), props: {     workbench,"column":rightColumn,"onchoosetext":chooseText,}});} }
   }
 }
 { const $$_noitamrifnoC0C = __sveltets_2_ensureComponent(Confirmation); new $$_noitamrifnoC0C({ target: __sveltets_2_any(), props: { notices,}});}
if(fileDrop.isOver){ { const $$_yalrevOporD0C = __sveltets_2_ensureComponent(DropOverlay); new $$_yalrevOporD0C({ target: __sveltets_2_any(), props: {}});}}
if(workbench.turns.asked){ { const $$_golaiDnruT0C = __sveltets_2_ensureComponent(TurnDialog); new $$_golaiDnruT0C({ target: __sveltets_2_any(), props: {    "question":workbench.turns,"asked":workbench.turns.asked,}});}}
if(workbench.isAskingLength && selection.run){
   { const $$_golaiDregnoL0C = __sveltets_2_ensureComponent(LongerDialog); new $$_golaiDregnoL0C({ target: __sveltets_2_any(), props: {       "run":selection.run,"ontrain":(length, unit) => workbench.trainLonger(length, unit),"onclose":() => (workbench.isAskingLength = false),}});}
}
if(manners.dialog === 'shortcuts'){ { const $$_golaiDstuctrohS0C = __sveltets_2_ensureComponent(ShortcutsDialog); new $$_golaiDstuctrohS0C({ target: __sveltets_2_any(), props: {     "groups":manners.shortcuts,"onclose":() => manners.closed('shortcuts'),}});}}
if(manners.dialog === 'preferences' && manners.preferences){
   { const $$_golaiDsecnereferP0C = __sveltets_2_ensureComponent(PreferencesDialog); new $$_golaiDsecnereferP0C({ target: __sveltets_2_any(), props: {       "preferences":manners.preferences,"onchange":manners.change,"onclose":() => manners.closed('preferences'),}});}
}


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const App__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type App__SvelteComponent_ = ReturnType<typeof App__SvelteComponent_>;
/*Ωignore_endΩ*/export default App__SvelteComponent_;