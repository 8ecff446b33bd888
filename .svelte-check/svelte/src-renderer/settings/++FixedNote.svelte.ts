///<reference types="svelte" />
;
import type { RunState } from '../../src-engine/protocol/run-state';

;type $$ComponentProps =  { state: RunState };function $$render() {

  

  const { state }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();
;
async () => {


 { svelteHTML.createElement("p", { "class":`small faint`,});
  state === 'finished'
    ? 'This run is finished. Train it longer to change what can change during a run, or start a new run.'
    : 'What has no control was fixed when the run started.';
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const FixedNote__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type FixedNote__SvelteComponent_ = ReturnType<typeof FixedNote__SvelteComponent_>;
/*Ωignore_endΩ*/export default FixedNote__SvelteComponent_;