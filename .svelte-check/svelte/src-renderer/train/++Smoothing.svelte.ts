///<reference types="svelte" />
;
import type { ChartView } from './chart-view.svelte';

;type $$ComponentProps =  { view: ChartView };function $$render() {

  

  const MOST_SMOOTHING = 0.99;

  const { view }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();
;
async () => {


 { svelteHTML.createElement("label", {});
   { svelteHTML.createElement("span", {});  }
   { svelteHTML.createElement("input", {              "class":`slider`,"type":`range`,"min":`0`,"max":MOST_SMOOTHING,"step":`0.01`,"bind:value":view.smoothing,});/*Ωignore_startΩ*/() => view.smoothing = __sveltets_2_any(null);/*Ωignore_endΩ*/__sveltets_2_ensureType(String, Number, `${(view.smoothing / MOST_SMOOTHING) * 100} `);}
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Smoothing__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Smoothing__SvelteComponent_ = ReturnType<typeof Smoothing__SvelteComponent_>;
/*Ωignore_endΩ*/export default Smoothing__SvelteComponent_;