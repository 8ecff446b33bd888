///<reference types="svelte" />
;
import type { Alternative } from '../../src-engine/protocol/writing';
import { formatShare } from './format-share';
import { glyphName, toGlyphs, type Glyph } from './glyphs';
import type { Question } from './branching.svelte';
;

  interface Props {
    question: Question;
    encoding: string;
    /** What stands there now. */
    taken: Glyph | null;
    left: number;
    top: number;
    onchoose: (alternative: Alternative) => void;
    onclose: () => void;
  };function $$render() {

  
  
  
  

  const { question, encoding, taken, left, top, onchoose, onclose }: Props = $props();

  let list: HTMLElement;
  let chosen = $state(0);

  const id = $props.id();
  const rows = $derived(
    (question.alternatives ?? []).map((alternative) => {
      const bytes = Uint8Array.from(alternative.bytes);
      const probabilities = new Float32Array(bytes.length).fill(1);
      const glyphs = toGlyphs({ from: 0, bytes, probabilities }, encoding, true);
      const name = glyphs.map(glyphName).join(' ');
      return { alternative, name, isTaken: taken !== null && name === glyphName(taken) };
    }),
  );
  const greatest = $derived(rows[0]?.alternative.probability ?? 1);

  $effect(() => {
    list.focus({ preventScroll: true });
    list.scrollIntoView({ block: 'nearest' });
  });

  function pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const digit = /^\d$/.test(event.key) ? (Number(event.key) + 9) % 10 : null;
    const row = rows[digit ?? chosen];
    if (event.key === 'ArrowDown') chosen = Math.max(0, Math.min(rows.length - 1, chosen + 1));
    else if (event.key === 'ArrowUp') chosen = Math.max(0, chosen - 1);
    else if ((event.key === 'Enter' || digit !== null) && row) onchoose(row.alternative);
    else if (event.key === 'Escape') onclose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
;
async () => {


  { const $$_div0 = svelteHTML.createElement("div", {                   "class":`alternatives`,"role":`listbox`,"aria-label":`Alternatives`,"aria-activedescendant":rows.length > 0 ? `${id}-${chosen}` : undefined,"aria-busy":question.alternatives === null,"tabindex":0,"onkeydown":pressed,"onfocusout":(event) => {
    if (!list.contains(event.relatedTarget as Node | null)) onclose();
  },});list = $$_div0;__sveltets_2_ensureType(String, Number, `${left} `);__sveltets_2_ensureType(String, Number, `${top + 4} `);
      for(let { alternative, name, isTaken } of __sveltets_2_ensureArray(rows)){let index = 1;index;
    
     { svelteHTML.createElement("div", {                "class":`row`,"id":`${id}-${index}`,"role":`option`,"tabindex":-1,"aria-selected":index === chosen,"onpointerenter":() => (chosen = index),"onclick":() => onchoose(alternative),});isTaken;
       { svelteHTML.createElement("span", { "class":`key faint`,});(index + 1) % 10; }
       { svelteHTML.createElement("span", { "class":`name`,});name; }
       { svelteHTML.createElement("span", { "class":`bar`,}); { svelteHTML.createElement("span", { });__sveltets_2_ensureType(String, Number, `${(100 * alternative.probability) / greatest} `); } }
       { svelteHTML.createElement("span", { "class":`share`,});formatShare(alternative.probability); }
      if(isTaken){ { svelteHTML.createElement("span", { "class":`for-screen-readers`,});  }}
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const AlternativesList__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type AlternativesList__SvelteComponent_ = ReturnType<typeof AlternativesList__SvelteComponent_>;
/*Ωignore_endΩ*/export default AlternativesList__SvelteComponent_;