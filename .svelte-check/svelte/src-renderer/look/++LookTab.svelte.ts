///<reference types="svelte" />
;
import { LookTheme } from '../drawing/look-theme.svelte';
import Segmented from '../settings/Segmented.svelte';
import ByTheBook from './book/ByTheBook.svelte';
import FlowView from './FlowView.svelte';
import HeatMap from './HeatMap.svelte';
import type { Look, LookView } from './look.svelte';
import TextView from './TextView.svelte';
import WeightsView from './WeightsView.svelte';
;

  interface Props {
    look: Look;
    isTraining: boolean;
  };function $$render() {

  
  
  
  
  
  
  
  

  /** Slow enough to be read, and to leave the computer to the training. */
  const FOLLOW_EVERY_MS = 1500;
  const VIEWS: { value: LookView; label: string }[] = [
    { value: 'text', label: 'Text' },
    { value: 'units', label: 'Heat map' },
    { value: 'weights', label: 'Weights' },
    { value: 'flow', label: 'Gradient flow' },
    { value: 'book', label: 'By the book' },
  ];

  const { look, isTraining }: Props = $props();

  const theme = new LookTheme();
  const followsNow = $derived(
    isTraining &&
      look.follows &&
      look.update === null &&
      (look.view === 'text' || look.view === 'units' || look.view === 'flow'),
  );

  $effect(theme.follow);
  $effect(() => {
    if (!look.reading && !look.isReading && look.problem === null) look.read();
  });
  $effect(() => {
    void look.version;
    if (!followsNow || look.isReading) return;
    const timer = setTimeout(() => look.read(), FOLLOW_EVERY_MS);
    return () => clearTimeout(timer);
  });
;
async () => {


 { svelteHTML.createElement("div", { "class":`look`,});
   { svelteHTML.createElement("div", { "class":`views`,});
     { const $$_detnemgeS2C = __sveltets_2_ensureComponent(Segmented); new $$_detnemgeS2C({ target: __sveltets_2_any(), props: {           "name":`look-view`,"label":`View`,"value":look.view,"options":VIEWS,"onchoose":(view) => (look.view = view as LookView),}});}
   }
  if(look.problem){ { svelteHTML.createElement("p", {   "class":`problem`,"role":`alert`,});look.problem; }}
  if(!look.reading){
    if(look.problem === null){ { svelteHTML.createElement("p", {   "class":`faint`,"role":`status`,});   }}
  } else if (look.view === 'text'){
     { const $$_weiVtxeT1C = __sveltets_2_ensureComponent(TextView); new $$_weiVtxeT1C({ target: __sveltets_2_any(), props: {    look,theme,"reading":look.reading,}});}
  } else if (look.view === 'units'){
     { const $$_paMtaeH1C = __sveltets_2_ensureComponent(HeatMap); new $$_paMtaeH1C({ target: __sveltets_2_any(), props: {    look,theme,"reading":look.reading,}});}
  } else if (look.view === 'weights'){
     { const $$_weiVsthgieW1C = __sveltets_2_ensureComponent(WeightsView); new $$_weiVsthgieW1C({ target: __sveltets_2_any(), props: {  look,theme,}});}
  } else if (look.view === 'flow'){
     { const $$_weiVwolF1C = __sveltets_2_ensureComponent(FlowView); new $$_weiVwolF1C({ target: __sveltets_2_any(), props: {    "reading":look.reading,"truncation":look.subject.truncation(),}});}
  }else{
     { const $$_kooBehTyB1C = __sveltets_2_ensureComponent(ByTheBook); new $$_kooBehTyB1C({ target: __sveltets_2_any(), props: {   look,"reading":look.reading,}});}
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const LookTab__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type LookTab__SvelteComponent_ = ReturnType<typeof LookTab__SvelteComponent_>;
/*Ωignore_endΩ*/export default LookTab__SvelteComponent_;