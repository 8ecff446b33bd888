///<reference types="svelte" />
;
import type { RunSummary } from '../../src-engine/protocol/messages';
import { RUN_STATE_WORDS } from '../runs/run-state';
import StateDot from '../runs/StateDot.svelte';
import type { OpenedRun } from './opened-run.svelte';
import DivergencePanel from '../train/DivergencePanel.svelte';
import { primaryLabel } from './primary-action';
import RunProgress from './RunProgress.svelte';
;

  interface Props {
    run: RunSummary;
    opened: OpenedRun;
    /** What matters now is in the tab below. */
    isWriting: boolean;
    onprimary: () => void;
    onstop: () => void;
    onwrite: () => void;
    onunqueue: () => void;
  };function $$render() {

  
  
  
  
  
  
  

  const { run, opened, isWriting, onprimary, onstop, onwrite, onunqueue }: Props = $props();

  const points = $derived.by(() => {
    void opened.version;
    return run.state === 'training' ? opened.curve.points() : [];
  });

  const canStop = $derived(run.state === 'training' || run.state === 'paused');
;
async () => {


 { svelteHTML.createElement("header", {});
   { svelteHTML.createElement("div", { "class":`top`,});
     { svelteHTML.createElement("div", { "class":`title`,});
       { svelteHTML.createElement("h1", {   "class":`one-line selectable`,"title":run.name,});run.name; }
       { svelteHTML.createElement("p", {   "class":`state`,"role":`status`,}); { const $$_toDetatS4C = __sveltets_2_ensureComponent(StateDot); new $$_toDetatS4C({ target: __sveltets_2_any(), props: {  "runState":run.state,}});}RUN_STATE_WORDS[run.state]; }
     }
     { svelteHTML.createElement("div", { "class":`buttons`,});
       { svelteHTML.createElement("button", {      "type":`button`,"class":`button`,"onclick":onprimary,});!isWriting;primaryLabel(run); }
      if(run.state === 'queued'){
         { svelteHTML.createElement("button", {     "type":`button`,"class":`button`,"onclick":onunqueue,});   }
      } else if (run.state === 'finished' && !isWriting){
         { svelteHTML.createElement("button", {     "type":`button`,"class":`button`,"onclick":onwrite,});  }
      }
      if(canStop){ { svelteHTML.createElement("button", {     "type":`button`,"class":`button`,"onclick":onstop,});  }}
     }
   }
   { const $$_ssergorPnuR1C = __sveltets_2_ensureComponent(RunProgress); new $$_ssergorPnuR1C({ target: __sveltets_2_any(), props: {    run,"latest":opened.latest,points,}});}
  if(run.sentence && run.divergence && run.state === 'paused'){
     { const $$_lenaPecnegreviD1C = __sveltets_2_ensureComponent(DivergencePanel); new $$_lenaPecnegreviD1C({ target: __sveltets_2_any(), props: {    "sentence":run.sentence,"divergence":run.divergence,}});}
  } else if (run.sentence){ { svelteHTML.createElement("p", {  "class":`sentence selectable`,});run.state === 'failed';run.sentence; }}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const RunHeader__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type RunHeader__SvelteComponent_ = ReturnType<typeof RunHeader__SvelteComponent_>;
/*Ωignore_endΩ*/export default RunHeader__SvelteComponent_;