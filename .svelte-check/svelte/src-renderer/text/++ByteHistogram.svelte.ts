///<reference types="svelte" />
;
import { histogramPath } from './histogram-bars';

;type $$ComponentProps =  { counts: number[]; distinct: number };function $$render() {

  

  const HEIGHT = 48;

  const { counts, distinct }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();
;
async () => {


 { svelteHTML.createElement("figure", {});
   { svelteHTML.createElement("svg", {         "viewBox":`0 0 256 ${HEIGHT}`,"preserveAspectRatio":`none`,"role":`img`,"aria-label":`${distinct} of 256 byte values occur`,});
     { svelteHTML.createElement("path", {  "d":histogramPath(counts, HEIGHT),});}
   }
   { svelteHTML.createElement("figcaption", { "class":`small faint`,});
     { svelteHTML.createElement("span", {});  } { svelteHTML.createElement("span", {});      } { svelteHTML.createElement("span", {});  }
   }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ByteHistogram__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ByteHistogram__SvelteComponent_ = ReturnType<typeof ByteHistogram__SvelteComponent_>;
/*Ωignore_endΩ*/export default ByteHistogram__SvelteComponent_;