///<reference types="svelte" />
;
import type { WorkedExample } from '../../../src-engine/protocol/inspection';
import { byteName } from '../byte-cells';
import BookPart from './BookPart.svelte';
import { bytesToShow, exactly } from './worked-numbers';
;

  interface Props {
    example: WorkedExample;
    encoding: string;
    chosen: number;
    onchoose: (byte: number) => void;
  };function $$render() {

  
  
  
  

  const SHOWN = 8;

  const { example, encoding, chosen, onchoose }: Props = $props();

  const shown = $derived(bytesToShow(example, SHOWN));
;
async () => {


 { const $$_traPkooB0C = __sveltets_2_ensureComponent(BookPart); new $$_traPkooB0C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"title":`Forward: the prediction and its loss`,}});
   { svelteHTML.createElement("div", { "class":`formulas`,});
     { svelteHTML.createElement("math", {});
       { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("msub", { }); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } }
     }
     { svelteHTML.createElement("math", {});
       { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("mo", { "stretchy":`false`,});  } { svelteHTML.createElement("msub", { }); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mo", { "stretchy":`false`,});  }
     }
     { svelteHTML.createElement("math", {});
       { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mspace", { "width":`0.17em`,}); } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("msub", { }); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mi", {});  } }
       { svelteHTML.createElement("mo", { "stretchy":`false`,});  } { svelteHTML.createElement("msub", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mrow", {}); { svelteHTML.createElement("mi", {});  } { svelteHTML.createElement("mo", {});  } { svelteHTML.createElement("mn", {});  } } } { svelteHTML.createElement("mo", {  "stretchy":`false`,});  }
     }
   }
   { svelteHTML.createElement("p", {   "class":`numbers`,...__sveltets_2_empty({"data-testid":`loss`}),});
     { svelteHTML.createElement("sub", {});  }    { svelteHTML.createElement("sub", {});  } example.target;   exactly(example.prediction[example.target] ?? 0);  exactly(
      example.lossNats,
    ); 
   }
   { svelteHTML.createElement("table", {});
     { svelteHTML.createElement("thead", {});
       { svelteHTML.createElement("tr", {});
         { svelteHTML.createElement("th", { "scope":`col`,});  }
         { svelteHTML.createElement("th", { "scope":`col`,});  { svelteHTML.createElement("sub", {});  }  }
         { svelteHTML.createElement("th", { "scope":`col`,});  { svelteHTML.createElement("sub", {});  }  }
         { svelteHTML.createElement("th", { "scope":`col`,});  { svelteHTML.createElement("sub", {});  }  }
         { svelteHTML.createElement("th", { "scope":`col`,});  { svelteHTML.createElement("sub", {});  }   { svelteHTML.createElement("sub", {});  }  }
       }
     }
     { svelteHTML.createElement("tbody", {});
         for(let byte of __sveltets_2_ensureArray(shown)){byte;
         { svelteHTML.createElement("tr", {});
           { svelteHTML.createElement("td", {});
             { svelteHTML.createElement("button", {      "type":`button`,"aria-pressed":byte === chosen,"onclick":() => onchoose(byte),});byte; byteName(byte, encoding); }
           }
           { svelteHTML.createElement("td", { ...__sveltets_2_empty({"data-label":`o`}),});exactly(example.logits[byte] ?? 0); }
           { svelteHTML.createElement("td", { ...__sveltets_2_empty({"data-label":`p`}),});exactly(example.prediction[byte] ?? 0); }
           { svelteHTML.createElement("td", { ...__sveltets_2_empty({"data-label":`y`}),});byte === example.target ? 1 : 0; }
           { svelteHTML.createElement("td", { ...__sveltets_2_empty({"data-label":`p − y`}),});exactly(example.error[byte] ?? 0); }
         }
      }
     }
   }
   { svelteHTML.createElement("p", { "class":`small faint`,});
     SHOWN;                  { svelteHTML.createElement("sub", {});  } 
   }
 BookPart}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SoftmaxPart__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SoftmaxPart__SvelteComponent_ = ReturnType<typeof SoftmaxPart__SvelteComponent_>;
/*Ωignore_endΩ*/export default SoftmaxPart__SvelteComponent_;