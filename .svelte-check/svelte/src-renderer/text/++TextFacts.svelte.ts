///<reference types="svelte" />
;
import type { TextSummary } from '../../src-engine/protocol/texts';
import { formatBytes, formatCount } from '../numbers/format';
import ByteHistogram from './ByteHistogram.svelte';
import CountingProgress from './CountingProgress.svelte';
import EncodingChoice from './EncodingChoice.svelte';
import type { TextChoice } from './text-choice.svelte';
import { lineEndWords, shortTextWarning } from './text-words';
;

  interface Props {
    choice: TextChoice;
    summary: TextSummary;
    onconvert: () => void;
  };function $$render() {

  
  
  
  
  
  
  

  const { choice, summary, onconvert }: Props = $props();

  const MOST_NAMES = 8;

  const names = $derived(summary.names.slice(0, MOST_NAMES).join(', '));
  const unnamed = $derived(summary.names.length - MOST_NAMES);
  const { counts } = $derived(summary);
  const warning = $derived(shortTextWarning(summary.bytes));
;
async () => {


 { svelteHTML.createElement("section", {   "class":`card`,"aria-label":`The text`,});
  if(summary.names.length > 1){
     { svelteHTML.createElement("p", { "class":`small selectable`,});names;unnamed > 0 ? ` and ${formatCount(unnamed)} more` : ''; }
  }
  if(warning){ { svelteHTML.createElement("p", {   "class":`warning small`,"role":`status`,});warning; }}
   { svelteHTML.createElement("dl", {});
     { svelteHTML.createElement("div", {});
       { svelteHTML.createElement("dt", { "class":`small faint`,});  }
       { svelteHTML.createElement("dd", {});formatBytes(summary.bytes); }
     }
     { svelteHTML.createElement("div", {});
       { svelteHTML.createElement("dt", { "class":`small faint`,});  }
       { svelteHTML.createElement("dd", {});formatCount(counts.distinctBytes);  { svelteHTML.createElement("span", { "class":`faint`,});  } }
     }
    if(!choice.encoding.startsWith('utf-16')){
      
       { svelteHTML.createElement("div", {});
         { svelteHTML.createElement("dt", { "class":`small faint`,});  }
         { svelteHTML.createElement("dd", {});lineEndWords(counts.lineEnds); }
       }
    }
   }
   { const $$_eciohCgnidocnE1C = __sveltets_2_ensureComponent(EncodingChoice); new $$_eciohCgnidocnE1C({ target: __sveltets_2_any(), props: {  choice,onconvert,}});}
   { const $$_margotsiHetyB1C = __sveltets_2_ensureComponent(ByteHistogram); new $$_margotsiHetyB1C({ target: __sveltets_2_any(), props: {    "counts":counts.histogram,"distinct":counts.distinctBytes,}});}
   { const $$_ssergorPgnitnuoC1C = __sveltets_2_ensureComponent(CountingProgress); new $$_ssergorPgnitnuoC1C({ target: __sveltets_2_any(), props: {     counts,"bytes":summary.bytes,"onstop":() => choice.stopCounting(),}});}
   { svelteHTML.createElement("div", {});
     { svelteHTML.createElement("h2", { "class":`small faint`,});  }
    
     { svelteHTML.createElement("pre", {       "class":`selectable`,"role":`group`,"aria-label":`First lines`,"tabindex":0,});summary.firstLines; }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const TextFacts__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type TextFacts__SvelteComponent_ = ReturnType<typeof TextFacts__SvelteComponent_>;
/*Ωignore_endΩ*/export default TextFacts__SvelteComponent_;