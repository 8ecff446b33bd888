///<reference types="svelte" />
;
import type { RunSummary } from '../../src-engine/protocol/messages';
import type { Comparison } from './comparison.svelte';
import RunPicker from './RunPicker.svelte';

;type $$ComponentProps =  { comparison: Comparison; runs: RunSummary[] };function $$render() {

  
  
  

  const { comparison, runs }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();
;
async () => {


 { svelteHTML.createElement("div", { "class":`controls`,}); { const $$_rekciPnuR1C = __sveltets_2_ensureComponent(RunPicker); new $$_rekciPnuR1C({ target: __sveltets_2_any(), props: {  comparison,runs,}});} }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const CompareControls__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type CompareControls__SvelteComponent_ = ReturnType<typeof CompareControls__SvelteComponent_>;
/*Ωignore_endΩ*/export default CompareControls__SvelteComponent_;