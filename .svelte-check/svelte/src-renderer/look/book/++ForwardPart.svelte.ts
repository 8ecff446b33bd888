///<reference types="svelte" />
;
import type { WorkedExample } from '../../../src-engine/protocol/inspection';
import { byteName } from '../byte-cells';
import BookPart from './BookPart.svelte';
import { exactly } from './worked-numbers';

;type $$ComponentProps =  { example: WorkedExample; encoding: string; unit: number };function $$render() {

  
  
  
  

  const { example, encoding, unit }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const byte = $derived(example.bytes.at(-1) ?? 0);
  const fromByte = $derived(example.fromByte[unit] ?? 0);
  const fromState = $derived(example.fromState[unit] ?? 0);
  const state = $derived(example.states[example.states.length - example.hiddenSize + unit] ?? 0);
;
async () => {


 { const $$_traPkooB0C = __sveltets_2_ensureComponent(BookPart); new $$_traPkooB0C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"title":`Forward: the state`,}});
   { svelteHTML.createElement("math", { "display":`block`,});
     { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mo", {});  }
     { svelteHTML.createElement("mo", { "stretchy":`false`,});  }
     { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } }
     { svelteHTML.createElement("mo", {});  }
     { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mrow", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("mn", {});  } } } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } }
     { svelteHTML.createElement("mo", { "stretchy":`false`,});  }
   }
   { svelteHTML.createElement("p", { "class":`small faint`,});
     { svelteHTML.createElement("sub", {});  }   byte; byteName(byte, encoding);     { svelteHTML.createElement("sub", {});  }   byte;   unit;
   }
   { svelteHTML.createElement("p", {   "class":`numbers`,...__sveltets_2_empty({"data-testid":`forward`}),});
     { svelteHTML.createElement("sub", {});  } unit;  exactly(fromByte);  exactly(fromState);  exactly(state);
   }
 BookPart}
};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ForwardPart__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ForwardPart__SvelteComponent_ = ReturnType<typeof ForwardPart__SvelteComponent_>;
/*Ωignore_endΩ*/export default ForwardPart__SvelteComponent_;