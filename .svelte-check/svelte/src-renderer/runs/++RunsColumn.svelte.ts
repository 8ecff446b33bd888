///<reference types="svelte" />
;
import type { RunActions } from './run-actions.svelte';
import type { RunList } from './run-list.svelte';
import RunRows from './RunRows.svelte';
;

  interface Props {
    list: RunList;
    actions: RunActions;
    openedId: string | null;
    onopen: (id: string) => void;
    onnew: () => void;
    onduplicate: (id: string) => void;
  };function $$render() {

  
  
  

  const MANY = 10;
  const MOST_QUEUED_SHOWN = 4;
  const ROW_REM = 3.75;
  const id = $props.id();
  let wanted = $state('');

  const { list, actions, openedId, onopen, onnew, onduplicate }: Props = $props();

  const found = $derived(
    list.runs.filter(({ name, textName }) => `${name} ${textName}`.toLowerCase().includes(wanted.trim().toLowerCase())),
  );
  const others = $derived(found.filter(({ queuePlace }) => queuePlace === null));
  const queued = $derived(
    found.filter(({ queuePlace }) => queuePlace !== null).sort((a, b) => (a.queuePlace ?? 0) - (b.queuePlace ?? 0)),
  );
;
async () => {


 { svelteHTML.createElement("nav", { "aria-label":`Runs`,});
   { svelteHTML.createElement("button", {     "type":`button`,"class":`button`,"onclick":onnew,});
     { svelteHTML.createElement("svg", {       "width":`12`,"height":`12`,"viewBox":`0 0 12 12`,"aria-hidden":`true`,}); { svelteHTML.createElement("path", {  "d":`M6 1v10M1 6h10`,});} }
     
   }
  if(list.runs.length > MANY){
     { svelteHTML.createElement("input", {          "class":`field find`,"type":`search`,"placeholder":`Find a run`,"aria-label":`Find a run`,"bind:value":wanted,});/*Ωignore_startΩ*/() => wanted = __sveltets_2_any(null);/*Ωignore_endΩ*/}
  }
  if(queued.length > 0){
     { svelteHTML.createElement("section", {      "class":`queue`,"aria-labelledby":id,});__sveltets_2_ensureType(String, Number, `${Math.min(queued.length, MOST_QUEUED_SHOWN) * ROW_REM + 1.5} `);
       { svelteHTML.createElement("h2", {  id,"class":`small faint`,});  }
       { const $$_swoRnuR2C = __sveltets_2_ensureComponent(RunRows); new $$_swoRnuR2C({ target: __sveltets_2_any(), props: {      "runs":queued,openedId,actions,onopen,onduplicate,}});}
     }
  }
  if(list.runs.length > 0){
     { const $$_swoRnuR1C = __sveltets_2_ensureComponent(RunRows); new $$_swoRnuR1C({ target: __sveltets_2_any(), props: {      "runs":others,openedId,actions,onopen,onduplicate,}});}
    if(others.length === 0 && wanted !== ''){ { svelteHTML.createElement("p", { "class":`faint small rest`,});     }}
  } else if (list.known){
     { svelteHTML.createElement("p", { "class":`faint small rest`,});              }
  }
  if(actions.importing){
     { svelteHTML.createElement("div", { "class":`importing small`,});
       { svelteHTML.createElement("span", { "class":`one-line`,}); actions.importing.name; }
       { svelteHTML.createElement("progress", {     "aria-label":`Importing ${actions.importing.name}`,"max":`1`,"value":actions.importing.share,}); }
       { svelteHTML.createElement("button", {     "type":`button`,"class":`button quiet`,"onclick":() => actions.stopImporting(),});  }
     }
  }else{
     { svelteHTML.createElement("button", {     "type":`button`,"class":`button quiet small`,"onclick":() => void actions.chooseImport(),});   }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const RunsColumn__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type RunsColumn__SvelteComponent_ = ReturnType<typeof RunsColumn__SvelteComponent_>;
/*Ωignore_endΩ*/export default RunsColumn__SvelteComponent_;