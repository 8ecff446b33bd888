///<reference types="svelte" />
;
import { ENCODINGS, type EncodingName } from '../../src-engine/protocol/encodings';
import { formatBytes, formatCount } from '../numbers/format';
;

  interface Props {
    name: string | null;
    bytes: number | null;
    encoding: EncodingName | null;
    /** How many of the 256 byte values occur; null where it is not known. */
    distinct?: number | null;
    problem?: string | null;
    onchoose: () => void;
    chooseLabel?: string;
    /** Removes a text that cannot be used. */
    onclear?: () => void;
    /** For a run: finds its text again where it has moved. */
    onlocate?: (() => void) | undefined;
  };function $$render() {

  
  

  const {
    name,
    bytes,
    encoding,
    distinct = null,
    problem = null,
    onchoose,
    chooseLabel = 'Choose a text…',
    onclear,
    onlocate,
  }: Props = $props();

  const facts = $derived(
    [
      bytes === null ? 'Reading…' : formatBytes(bytes),
      distinct === null ? null : `${formatCount(distinct)} distinct bytes`,
      encoding === null ? null : ENCODINGS[encoding],
    ].filter((fact) => fact !== null),
  );
;
async () => {


 { svelteHTML.createElement("section", { "aria-label":`Training text`,});
  if(name === null){
     { svelteHTML.createElement("p", { "class":`faint small`,});         }
  }else{
     { svelteHTML.createElement("div", { "class":`facts`,});
       { svelteHTML.createElement("strong", {   "class":`one-line`,"title":name,});name; }
      if(problem){
         { svelteHTML.createElement("span", { "class":`small faint`,});   }
      }else{
         { svelteHTML.createElement("span", { "class":`small faint`,});facts.join(' · '); }
      }
     }
     { svelteHTML.createElement("div", { "class":`buttons`,});
       { svelteHTML.createElement("button", {     "type":`button`,"class":`button`,"onclick":onchoose,});chooseLabel; }
      if(problem && onclear){ { svelteHTML.createElement("button", {     "type":`button`,"class":`button quiet`,"onclick":onclear,});  }}
      if(onlocate){ { svelteHTML.createElement("button", {     "type":`button`,"class":`button quiet`,"onclick":onlocate,});  }}
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const TextCard__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type TextCard__SvelteComponent_ = ReturnType<typeof TextCard__SvelteComponent_>;
/*Ωignore_endΩ*/export default TextCard__SvelteComponent_;