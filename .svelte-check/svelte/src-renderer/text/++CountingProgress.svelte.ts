///<reference types="svelte" />
;
import type { TextCounts } from '../../src-engine/protocol/texts';
import { formatBytes } from '../numbers/format';
;

  interface Props {
    counts: TextCounts;
    bytes: number;
    onstop: () => void;
  };function $$render() {

  
  

  const { counts, bytes, onstop }: Props = $props();
;
async () => {


if(counts.isCounting){
   { svelteHTML.createElement("div", { "class":`counting small`,});
     { svelteHTML.createElement("span", { "class":`faint`,});  }
     { svelteHTML.createElement("progress", {     "aria-label":`Counting the text`,"max":`1`,"value":counts.countedBytes / bytes,}); }
     { svelteHTML.createElement("button", {     "type":`button`,"class":`button quiet`,"onclick":onstop,});  }
   }
} else if (counts.countedBytes < bytes){
   { svelteHTML.createElement("p", { "class":`small faint`,});    formatBytes(counts.countedBytes);  }
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const CountingProgress__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type CountingProgress__SvelteComponent_ = ReturnType<typeof CountingProgress__SvelteComponent_>;
/*Ωignore_endΩ*/export default CountingProgress__SvelteComponent_;