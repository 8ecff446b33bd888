///<reference types="svelte" />
;
import type { WorkedExample } from '../../../src-engine/protocol/inspection';
import BookPart from './BookPart.svelte';
import { exactly } from './worked-numbers';

;type $$ComponentProps =  { example: WorkedExample; unit: number; byte: number };function $$render() {

  
  
  

  const { example, unit, byte }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const last = $derived(example.deltas.length - example.hiddenSize);
  const state = $derived(example.states[last + example.hiddenSize + unit] ?? 0);
;
async () => {


 { const $$_traPkooB0C = __sveltets_2_ensureComponent(BookPart); new $$_traPkooB0C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"title":`Backward: the output, and the error that reaches the state`,}});
   { svelteHTML.createElement("math", { "display":`block`,});
     { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("msup", {}); { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mo", { });  }
     { svelteHTML.createElement("mo", { "stretchy":`false`,});  } { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mo", {  "stretchy":`false`,});  }
   }
   { svelteHTML.createElement("p", {   "class":`numbers`,...__sveltets_2_empty({"data-testid":`dWho`}),});
    unit; byte;  exactly(state);  exactly(example.error[byte] ?? 0);  exactly(
      example.dWho[unit * 256 + byte] ?? 0,
    );
   }
   { svelteHTML.createElement("math", { "display":`block`,});
     { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("mo", { "stretchy":`false`,});  }
     { svelteHTML.createElement("mo", { "stretchy":`false`,});  } { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mo", {  "stretchy":`false`,});  } { svelteHTML.createElement("mo", {});  }
     { svelteHTML.createElement("msup", {}); { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mo", { "stretchy":`false`,});  } { svelteHTML.createElement("mo", {});  }
     { svelteHTML.createElement("mo", { "stretchy":`false`,});  } { svelteHTML.createElement("mn", {});  } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("msub", { }); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mo", { "stretchy":`false`,});  }
   }
   { svelteHTML.createElement("p", { "class":`numbers`,});
     { svelteHTML.createElement("sub", {});  } unit;  exactly(example.throughWho[unit] ?? 0);    exactly(state);  exactly(
      example.deltas[last + unit] ?? 0,
    );
   }
 BookPart}
};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const BackwardPart__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type BackwardPart__SvelteComponent_ = ReturnType<typeof BackwardPart__SvelteComponent_>;
/*Ωignore_endΩ*/export default BackwardPart__SvelteComponent_;