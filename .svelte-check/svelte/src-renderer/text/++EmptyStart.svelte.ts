///<reference types="svelte" />
;
import type { Offered, SampleText } from '../../src-main/calls/window-api';
import RecentTexts from './RecentTexts.svelte';
;

  interface Props {
    samples: SampleText[];
    recent: Offered[];
    onchoose: () => void;
    onsample: (id: string) => void;
    onrecent: (text: Offered) => void;
    onforget: () => void;
  };function $$render() {

  
  

  const { samples, recent, onchoose, onsample, onrecent, onforget }: Props = $props();
;
async () => {


 { svelteHTML.createElement("div", { "class":`empty`,});
   { svelteHTML.createElement("div", { "class":`target`,});
     { svelteHTML.createElement("svg", {       "width":`64`,"height":`48`,"viewBox":`0 0 64 48`,"aria-hidden":`true`,});
       { svelteHTML.createElement("path", {    "d":`M4 12h56M4 24h40M4 36h24`,"class":`lines`,});}
       { svelteHTML.createElement("path", {    "d":`M40 36c6 0 8-8 14-8`,"class":`curve`,});}
     }
     { svelteHTML.createElement("h1", {});             }
     { svelteHTML.createElement("p", { "class":`faint`,});            }
     { svelteHTML.createElement("button", {     "type":`button`,"class":`button primary`,"onclick":onchoose,});   }
   }
  if(samples.length > 0){
     { svelteHTML.createElement("section", { "aria-labelledby":`samples-to-try`,});
       { svelteHTML.createElement("h2", {   "id":`samples-to-try`,"class":`faint`,});     }
       { svelteHTML.createElement("ul", {});
           for(let sample of __sveltets_2_ensureArray(samples)){sample.id;
           { svelteHTML.createElement("li", {});
             { svelteHTML.createElement("button", {     "type":`button`,"class":`sample`,"onclick":() => onsample(sample.id),});
               { svelteHTML.createElement("strong", {});sample.title; }
               { svelteHTML.createElement("span", { "class":`small`,});sample.description; }
             }
           }
        }
       }
     }
  }
  if(recent.length > 0){ { const $$_stxeTtneceR1C = __sveltets_2_ensureComponent(RecentTexts); new $$_stxeTtneceR1C({ target: __sveltets_2_any(), props: {     "texts":recent,"ontake":onrecent,onforget,}});}}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const EmptyStart__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type EmptyStart__SvelteComponent_ = ReturnType<typeof EmptyStart__SvelteComponent_>;
/*Ωignore_endΩ*/export default EmptyStart__SvelteComponent_;