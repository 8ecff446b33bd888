///<reference types="svelte" />
;
import { byteName, cellsOf } from '../byte-cells';
;

  interface Props {
    bytes: Uint8Array;
    encoding: string;
    at: number;
    reach: number;
    onchoose: (at: number) => void;
  };function $$render() {

  

  const { bytes, encoding, at, reach, onchoose }: Props = $props();

  const BEFORE = 28;
  const AFTER = 12;

  const cells = $derived(cellsOf(bytes, encoding));
  const first = $derived(Math.max(0, at - BEFORE));
  const shown = $derived(cells.slice(first, at + 2 + AFTER));
;
async () => {


 { svelteHTML.createElement("div", {     "class":`around`,"role":`group`,"aria-label":`The text around the byte`,});
      for(let cell of __sveltets_2_ensureArray(shown)){let index = 1;first + index;
    const place = first + index;
     { svelteHTML.createElement("button", {              "type":`button`,"aria-pressed":place === at,"aria-label":`Byte ${place}, ${byteName(bytes[place] ?? 0, encoding)}`,"disabled":place > bytes.length - 2,"onclick":() => onchoose(place),});cell.isMark;place >= at - reach && place < at;place === at + 1;
      cell.text;
     }
  }
 }
 { svelteHTML.createElement("p", { "class":`key small faint`,});
   { svelteHTML.createElement("span", {}); { svelteHTML.createElement("i", { "class":`reached`,}); }    at;     }
   { svelteHTML.createElement("span", {}); { svelteHTML.createElement("i", { "class":`now`,}); }     { svelteHTML.createElement("sub", {});  } }
   { svelteHTML.createElement("span", {}); { svelteHTML.createElement("i", { "class":`target`,}); }      { svelteHTML.createElement("sub", {});  } }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const TextAround__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type TextAround__SvelteComponent_ = ReturnType<typeof TextAround__SvelteComponent_>;
/*Ωignore_endΩ*/export default TextAround__SvelteComponent_;