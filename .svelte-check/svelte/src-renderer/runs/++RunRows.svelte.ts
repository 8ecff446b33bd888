///<reference types="svelte" />
;
import { tick } from 'svelte';
import type { RunSummary } from '../../src-engine/protocol/messages';
import type { RunActions } from './run-actions.svelte';
import { runMenuItems } from './run-menu-items';
import RunMenu from './RunMenu.svelte';
import RunNameField from './RunNameField.svelte';
import RunRow from './RunRow.svelte';
import { scrollToRow, visibleRows } from './visible-rows';
;

  interface Props {
    runs: RunSummary[];
    openedId: string | null;
    actions: RunActions;
    onopen: (id: string) => void;
    onduplicate: (id: string) => void;
  };function $$render() {

  
  
  
  
  
  
  
  

  const ROW_PX = 60;

  const { runs, openedId, actions, onopen, onduplicate }: Props = $props();

  let scroller: HTMLElement;
  let scrolledPx = $state(0);
  let heightPx = $state(0);
  /** The queued run that is dragged to another place. */
  let dragged = $state<string | null>(null);
  /** Was moved by keys, which go on with it. */
  let over = $state<number | null>(null);
  let following = $state<{ id: string; to: number } | null>(null);
  let menu = $state<{ run: RunSummary; x: number; y: number } | null>(null);

  const range = $derived(visibleRows(scrolledPx, heightPx, ROW_PX, runs.length));
  const shown = $derived(runs.slice(range.first, range.end));
  const openedIndex = $derived(runs.findIndex((run) => run.id === openedId));
  /** Tab comes to the opened run where it is drawn, else to the first that is. */
  const tabStop = $derived(openedIndex >= range.first && openedIndex < range.end ? openedIndex : range.first);

  async function focusRow(index: number): Promise<void> {
    scroller.scrollTop = scrollToRow(index, scroller.scrollTop, heightPx, ROW_PX);
    scrolledPx = scroller.scrollTop;
    await tick();
    scroller.querySelector<HTMLElement>(`[data-row="${index}"] .open`)?.focus();
  }

  function pressed(event: KeyboardEvent): void {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
    const index = Number(row?.dataset.row ?? -1);
    const run = runs[index];
    if (!run) return;
    const keys: Record<string, () => void> = {
      ArrowDown: () => void focusRow(Math.min(runs.length - 1, index + 1)),
      ArrowUp: () => void focusRow(Math.max(0, index - 1)),
      Home: () => void focusRow(0),
      End: () => void focusRow(runs.length - 1),
      F2: () => (actions.renaming = run.id),
      Delete: () => void actions.trash(run.id, run.name),
    };
    if (event.altKey && run.queuePlace !== null && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      const to = index + (event.key === 'ArrowUp' ? -1 : 1);
      if (to >= 0 && to < runs.length) moved(run, to);
      return;
    }
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  }

  /** Its row has the keys still. */
  function moved(run: RunSummary, to: number): void {
    following = { id: run.id, to };
    actions.moveInQueue(run.id, to + 1);
  }

  function droppedOn(event: DragEvent, to: number): void {
    const run = runs.find(({ id }) => id === dragged);
    if (!run || run.queuePlace === null) return;
    event.preventDefault();
    actions.moveInQueue(run.id, to + 1);
  }

  $effect(() => {
    if (!following || runs[following.to]?.id !== following.id) return;
    void focusRow(following.to);
    following = null;
  });

  function renamed(run: RunSummary, name: string, index: number, byKey: boolean): void {
    actions.rename(run.id, name === run.name ? '' : name);
    if (byKey) void tick().then(() => focusRow(index));
  }
;
async () => {



  { const $$_ul0 = svelteHTML.createElement("ul", {      "onscroll":() => (scrolledPx = scroller.scrollTop),"onkeydown":pressed,});scroller = $$_ul0;heightPx= $$_ul0.clientHeight;
   { svelteHTML.createElement("li", {    "class":`space`,"aria-hidden":`true`,});__sveltets_2_ensureType(String, Number, `${range.first * ROW_PX} `); }
      for(let run of __sveltets_2_ensureArray(shown)){let offset = 1;run.id;
    const index = range.first + offset;
     { svelteHTML.createElement("li", {                     "class":`place`,"draggable":run.queuePlace !== null,"ondragstart":(event) => {
        dragged = run.queuePlace === null ? null : run.id;
        event.dataTransfer?.setData('text/plain', run.name);
      },"ondragover":(event) => {
        if (dragged === null) return;
        event.preventDefault();
        over = index;
      },"ondrop":(event) => droppedOn(event, index),"ondragend":() => (dragged = over = null),...__sveltets_2_empty({"data-row":index}),"aria-setsize":runs.length,"aria-posinset":index + 1,});dragged !== null && over === index;__sveltets_2_ensureType(String, Number, `${ROW_PX} `);
      if(actions.renaming === run.id){
         { const $$_dleiFemaNnuR2C = __sveltets_2_ensureComponent(RunNameField); new $$_dleiFemaNnuR2C({ target: __sveltets_2_any(), props: {    "name":run.name,"ontake":(name, byKey) => renamed(run, name, index, byKey),}});}
      }else{
         { const $$_woRnuR2C = __sveltets_2_ensureComponent(RunRow); new $$_woRnuR2C({ target: __sveltets_2_any(), props: {          run,"selected":run.id === openedId,"isTabStop":index === tabStop,"onopen":() => onopen(run.id),"onmenu":(x, y) => (menu = { run, x, y }),}});}
      }
     }
  }
   { svelteHTML.createElement("li", {    "class":`space`,"aria-hidden":`true`,});__sveltets_2_ensureType(String, Number, `${(runs.length - range.end) * ROW_PX} `); }
 }
if(menu){
  menu; {
     { const $$_uneMnuR0C = __sveltets_2_ensureComponent(RunMenu); new $$_uneMnuR0C({ target: __sveltets_2_any(), props: {           "label":`Actions for ${menu.run.name}`,"items":runMenuItems(menu.run, actions, onduplicate),"x":menu.x,"y":menu.y,"onclose":() => (menu = null),}});}
  }
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const RunRows__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type RunRows__SvelteComponent_ = ReturnType<typeof RunRows__SvelteComponent_>;
/*Ωignore_endΩ*/export default RunRows__SvelteComponent_;