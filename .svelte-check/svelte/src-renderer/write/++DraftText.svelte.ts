///<reference types="svelte" />
;
import { untrack } from 'svelte';
import AlternativesList from './AlternativesList.svelte';
import type { DraftView } from './draft-view.svelte';
import { clearFound, paintFound } from './found-highlights';
import { glyphName } from './glyphs';
import { TextCaret } from './text-caret.svelte';
import { TextSurface } from './text-surface';
import type { Writer } from './writer.svelte';

;type $$ComponentProps =  { writer: Writer; view: DraftView; label: string };function $$render() {

  
  
  
  
  
  
  
  

  const { writer, view, label }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  let scroller: HTMLElement;
  let content: HTMLElement;
  let surface = $state.raw<TextSurface | null>(null);
  let caret = $state.raw<TextCaret | null>(null);
  /** Counts what was drawn, for what is painted over it. */
  let drawn = $state(0);
  let drawnBytes = $state(-1);

  const question = $derived(writer.branching.question?.draft === view.id ? writer.branching.question : null);
  const found = $derived(writer.finding.found?.draft === view.id ? writer.finding.found : null);

  $effect(() => {
    const made = new TextSurface({
      scroller,
      content,
      view,
      isShaded: () => untrack(() => writer.isShaded),
      onDrawn: (isWhole) => {
        drawn += 1;
        drawnBytes = isWhole ? view.bytes : -1;
      },
    });
    surface = made;
    caret = new TextCaret(view, made, content);
    return () => made.close();
  });

  $effect(() => {
    void [writer.isShaded, view.isWriting, view.encoding];
    surface?.refresh();
  });

  $effect(() => {
    void drawn;
    untrack(() => caret?.place());
    if (!surface || !found) return;
    paintFound(surface, found.at, found.bytes, found.current);
    return clearFound;
  });

  $effect(() => {
    const at = found?.at[found.current];
    if (at !== undefined) untrack(() => surface)?.reveal(at);
  });

  function ask(): void {
    const glyph = caret?.glyph;
    if (glyph) writer.branching.ask(view, glyph.at, glyph.length);
  }

  function clicked(event: MouseEvent): void {
    if (!getSelection()?.isCollapsed || (event.target instanceof Element && event.target.closest('.alternatives')))
      return;
    const glyph = surface?.glyphAtPoint(event.clientX, event.clientY) ?? null;
    caret?.put(glyph);
    if (glyph) ask();
    else writer.branching.question = null;
  }

  const KEYS: Record<string, () => void> = {
    ArrowLeft: () => caret?.step(-1),
    ArrowRight: () => caret?.step(1),
    ArrowUp: () => caret?.line(-1),
    ArrowDown: () => caret?.line(1),
    Home: () => caret?.end(false),
    End: () => caret?.end(true),
    Enter: ask,
    Backspace: () => writer.branching.back(view),
    Escape: () => caret?.put(null),
  };

  function pressed(event: KeyboardEvent): void {
    const act =
      event.ctrlKey || event.metaKey || event.altKey || event.target !== scroller ? undefined : KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  function closeQuestion(): void {
    writer.branching.question = null;
    scroller.focus();
  }
;
async () => {



  { const $$_div0 = svelteHTML.createElement("div", {                 "class":`scroller`,"role":`log`,"aria-live":`off`,"aria-busy":view.isWriting || drawnBytes !== view.bytes,"aria-label":label,"tabindex":0,"onclick":clicked,"onkeydown":pressed,});scroller = $$_div0;
   { svelteHTML.createElement("div", { "class":`ground`,});
     { const $$_div2 = svelteHTML.createElement("div", {  "class":`content selectable`,});content = $$_div2; }
    if(caret?.box){
      const { left, top, width, height } = caret.box;
       { svelteHTML.createElement("div", {       "class":`caret`,});__sveltets_2_ensureType(String, Number, `${left} `);__sveltets_2_ensureType(String, Number, `${top} `);__sveltets_2_ensureType(String, Number, `${width} `);__sveltets_2_ensureType(String, Number, `${height} `); }
      if(question){
        question.at; {
           { const $$_tsiLsevitanretlA2C = __sveltets_2_ensureComponent(AlternativesList); new $$_tsiLsevitanretlA2C({ target: __sveltets_2_any(), props: {             question,"encoding":view.encoding,"taken":caret.glyph,left,"top":top + height,"onchoose":(alternative) => {
              writer.branching.choose(alternative);
              scroller.focus();
            },"onclose":closeQuestion,}});}
        }
      }
    }
   }
 }
 { svelteHTML.createElement("p", {   "class":`for-screen-readers`,"role":`status`,});caret?.glyph ? glyphName(caret.glyph) : ''; }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const DraftText__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type DraftText__SvelteComponent_ = ReturnType<typeof DraftText__SvelteComponent_>;
/*Ωignore_endΩ*/export default DraftText__SvelteComponent_;