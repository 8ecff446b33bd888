///<reference types="svelte" />
;
import type { WorkedExample } from '../../../src-engine/protocol/inspection';
import { byteName } from '../byte-cells';
import UnitField from '../UnitField.svelte';
import BookPart from './BookPart.svelte';
import { exactly, termsOf } from './worked-numbers';
;

  interface Props {
    example: WorkedExample;
    encoding: string;
    from: number;
    to: number;
    onfrom: (unit: number) => void;
  };function $$render() {

  
  
  
  
  

  const { example, encoding, from, to, onfrom }: Props = $props();

  const terms = $derived(termsOf(example, from, to));
  const byte = $derived(example.bytes.at(-1) ?? 0);
;
async () => {


 { const $$_traPkooB0C = __sveltets_2_ensureComponent(BookPart); new $$_traPkooB0C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"title":`Backward through time: the ${terms.length} terms of the sums`,}});
   { svelteHTML.createElement("math", { "display":`block`,});
     { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mo", {});  }
     { svelteHTML.createElement("mo", { "stretchy":`false`,});  } { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mrow", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("mn", {});  } } } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("msup", { }); { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mo", { "stretchy":`false`,});  }
     { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("mo", { "stretchy":`false`,});  } { svelteHTML.createElement("mn", {});  } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("msub", { }); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mo", { "stretchy":`false`,});  }
   }
   { svelteHTML.createElement("div", { "class":`formulas`,});
     { svelteHTML.createElement("math", {});
       { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mo", { "stretchy":`false`,});  } { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mo", {  "stretchy":`false`,});  } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } }
     }
     { svelteHTML.createElement("math", {});
       { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mo", {});  }
       { svelteHTML.createElement("msup", {}); { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mrow", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("mn", {});  } } } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("msub", { }); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } }
     }
     { svelteHTML.createElement("math", {});
       { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("mi", {});  }
     }
   }
   { svelteHTML.createElement("div", { "class":`from`,});
     { const $$_dleiFtinU2C = __sveltets_2_ensureComponent(UnitField); new $$_dleiFtinU2C({ target: __sveltets_2_any(), props: {        "label":`From unit`,"unit":from,"units":example.hiddenSize,"onchoose":onfrom,}});}
     { svelteHTML.createElement("span", { "class":`small faint`,});  to; }
   }
  
   { svelteHTML.createElement("div", {       "class":`terms`,"role":`group`,"aria-label":`The terms`,"tabindex":0,});
     { svelteHTML.createElement("table", {});
       { svelteHTML.createElement("thead", {});
         { svelteHTML.createElement("tr", {});
           { svelteHTML.createElement("th", { "scope":`col`,});  }
           { svelteHTML.createElement("th", { "scope":`col`,});  { svelteHTML.createElement("sub", {});  } }
           { svelteHTML.createElement("th", { "scope":`col`,});  { svelteHTML.createElement("sub", {});  }  }
           { svelteHTML.createElement("th", { "scope":`col`,});  { svelteHTML.createElement("sub", {});  } from;  }
           { svelteHTML.createElement("th", { "scope":`col`,});  { svelteHTML.createElement("sub", {});  } to;  }
           { svelteHTML.createElement("th", { "scope":`col`,});  }
           { svelteHTML.createElement("th", { "scope":`col`,});   }
         }
       }
       { svelteHTML.createElement("tbody", {});
           for(let term of __sveltets_2_ensureArray(terms)){term.i;
           { svelteHTML.createElement("tr", {});
             { svelteHTML.createElement("td", {});term.i; }
             { svelteHTML.createElement("td", { ...__sveltets_2_empty({"data-label":`x`}),});byteName(term.byte, encoding); }
             { svelteHTML.createElement("td", { ...__sveltets_2_empty({"data-label":`‖δ‖`}),});exactly(term.deltaNorm); }
             { svelteHTML.createElement("td", { ...__sveltets_2_empty({"data-label":`s before`}),});exactly(term.previous); }
             { svelteHTML.createElement("td", { ...__sveltets_2_empty({"data-label":`δ`}),});exactly(term.delta); }
             { svelteHTML.createElement("td", { ...__sveltets_2_empty({"data-label":`product`}),});exactly(term.product); }
             { svelteHTML.createElement("td", { ...__sveltets_2_empty({"data-label":`sum so far`}),});exactly(term.sum); }
           }
        }
       }
     }
   }
   { svelteHTML.createElement("p", {   "class":`numbers`,...__sveltets_2_empty({"data-testid":`sums`}),});
    from; to;  exactly(example.dWhh[from * example.hiddenSize + to] ?? 0); { svelteHTML.createElement("br", {});}
    byte; to;  exactly(example.dWxh[byte * example.hiddenSize + to] ?? 0);
   }
 BookPart}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SumPart__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SumPart__SvelteComponent_ = ReturnType<typeof SumPart__SvelteComponent_>;
/*Ωignore_endΩ*/export default SumPart__SvelteComponent_;