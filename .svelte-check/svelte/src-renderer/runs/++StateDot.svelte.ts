///<reference types="svelte" />
;
import type { RunState } from '../../src-engine/protocol/run-state';

;type $$ComponentProps =  { runState: RunState };function $$render() {

  

  const { runState }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();
;
async () => {


 { svelteHTML.createElement("svg", {         "class":runState,"width":`10`,"height":`10`,"viewBox":`0 0 10 10`,"aria-hidden":`true`,});
  if(runState === 'training'){ { svelteHTML.createElement("path", {    "class":`filled`,"d":`M2 0.8 9.2 5 2 9.2z`,});}
  } else if (runState === 'queued'){ { svelteHTML.createElement("circle", {      "cx":`5`,"cy":`5`,"r":`4`,});} { svelteHTML.createElement("path", {  "d":`M5 2.6V5l1.8 1.2`,});}
  } else if (runState === 'paused'){ { svelteHTML.createElement("path", {    "class":`filled`,"d":`M1.5 1h2.4v8H1.5zM6.1 1h2.4v8H6.1z`,});}
  } else if (runState === 'finished'){ { svelteHTML.createElement("path", {  "d":`M1 5.4 3.9 8.3 9 2`,});}
  }else{ { svelteHTML.createElement("path", {  "d":`M1.5 1.5l7 7M8.5 1.5l-7 7`,});}}
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const StateDot__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type StateDot__SvelteComponent_ = ReturnType<typeof StateDot__SvelteComponent_>;
/*Ωignore_endΩ*/export default StateDot__SvelteComponent_;