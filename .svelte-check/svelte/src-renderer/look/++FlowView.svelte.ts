///<reference types="svelte" />
;
import type { Reading } from '../../src-engine/protocol/inspection';
import { formatCount, formatShare } from '../numbers/format';
import FlowChart from './FlowChart.svelte';
import { flowInWords } from './flow-summary';

;type $$ComponentProps =  { reading: Reading; truncation: number | null };function $$render() {

  
  
  
  

  /** Counts as saturated over the whole text. */
  const ALWAYS = 0.95;

  const { reading, truncation }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const { saturated, hiddenSize, flow } = $derived(reading);
  const mean = $derived(saturated.reduce((sum, share) => sum + share, 0) / Math.max(1, hiddenSize));
  const always = $derived(saturated.filter((share) => share > ALWAYS).length);
  const never = $derived(saturated.filter((share) => share === 0).length);
;
async () => {


 { svelteHTML.createElement("section", {   "class":`card stack`,"aria-label":`Gradient flow`,});
   { svelteHTML.createElement("h2", {});          }
  if(flow){
     { const $$_trahCwolF1C = __sveltets_2_ensureComponent(FlowChart); new $$_trahCwolF1C({ target: __sveltets_2_any(), props: {  flow,truncation,}});}
     { svelteHTML.createElement("p", {});flowInWords(flow, truncation); }
  }else{
     { svelteHTML.createElement("p", { "class":`faint`,});                 }
  }
   { svelteHTML.createElement("div", { "class":`formula small faint`,});
     { svelteHTML.createElement("math", { "aria-label":`The share left after i steps is the norm of delta t minus i over the norm of delta t`,});
       { svelteHTML.createElement("mfrac", {});
         { svelteHTML.createElement("mrow", { }); { svelteHTML.createElement("mo", { "stretchy":`false`,});  } { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mrow", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("mi", {});  } } } { svelteHTML.createElement("mo", {  "stretchy":`false`,});  } }
         { svelteHTML.createElement("mrow", {}); { svelteHTML.createElement("mo", { "stretchy":`false`,});  } { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mo", { "stretchy":`false`,});  } }
       }
       { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("mspace", { "width":`1em`,}); }
       { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mo", {});  }
       { svelteHTML.createElement("mo", { "stretchy":`false`,});  } { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mrow", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("mn", {});  } } } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("msup", { }); { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mo", { "stretchy":`false`,});  }
       { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("mo", { "stretchy":`false`,});  } { svelteHTML.createElement("mn", {});  } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("msup", {}); { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mn", {});  } } { svelteHTML.createElement("mo", { "stretchy":`false`,});  }
     }
     { svelteHTML.createElement("span", {});                    }
   }
 }

 { svelteHTML.createElement("section", {   "class":`card stack`,"aria-label":`Saturation`,});
   { svelteHTML.createElement("h2", {});  }
   { svelteHTML.createElement("dl", {});
     { svelteHTML.createElement("div", {});
       { svelteHTML.createElement("dt", { "class":`small faint`,});    }
       { svelteHTML.createElement("dd", {});formatShare(mean); }
     }
     { svelteHTML.createElement("div", {});
       { svelteHTML.createElement("dt", { "class":`small faint`,});    }
       { svelteHTML.createElement("dd", {});formatCount(always); }
     }
     { svelteHTML.createElement("div", {});
       { svelteHTML.createElement("dt", { "class":`small faint`,});   }
       { svelteHTML.createElement("dd", {});formatCount(never); }
     }
   }
   { svelteHTML.createElement("p", { "class":`small faint`,});
                    
   }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const FlowView__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type FlowView__SvelteComponent_ = ReturnType<typeof FlowView__SvelteComponent_>;
/*Ωignore_endΩ*/export default FlowView__SvelteComponent_;