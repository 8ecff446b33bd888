///<reference types="svelte" />
;
import type { RunMenuItem } from './run-menu-items';
;

  interface Props {
    label: string;
    items: RunMenuItem[];
    x: number;
    y: number;
    onclose: () => void;
  };function $$render() {

  

  const { label, items, x, y, onclose }: Props = $props();

  let menu: HTMLElement;
  const before = document.activeElement;

  // Not `auto`: the release of the button that opened it would close it again.
  $effect(() => {
    menu.showPopover();
    const { width, height } = menu.getBoundingClientRect();
    menu.style.left = `${Math.max(0, Math.min(x, innerWidth - width - 4))}px`;
    menu.style.top = `${Math.max(0, y + height > innerHeight ? y - height : y)}px`;
    entries()[0]?.focus();
  });

  const entries = (): HTMLElement[] => [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];

  function moveTo(index: number): void {
    const all = entries();
    all[(index + all.length) % all.length]?.focus();
  }

  function close(): void {
    onclose();
    if (before instanceof HTMLElement) before.focus();
  }

  function pressedOutside(event: PointerEvent): void {
    if (!menu.contains(event.target as Node)) onclose();
  }

  function pressed(event: KeyboardEvent): void {
    const current = entries().indexOf(document.activeElement as HTMLElement);
    const moves: Record<string, () => void> = {
      ArrowDown: () => moveTo(current + 1),
      ArrowUp: () => moveTo(current - 1),
      Home: () => moveTo(0),
      End: () => moveTo(-1),
      Tab: close,
      Escape: close,
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  }
;
async () => {


 { svelteHTML.createElement("svelte:window", {      "onpointerdown":pressedOutside,"onblur":onclose,"onresize":onclose,});}

 { const $$_div0 = svelteHTML.createElement("div", {             "class":`flyout`,"popover":`manual`,"role":`menu`,"tabindex":-1,"aria-label":label,"onkeydown":pressed,});menu = $$_div0;
     for(let item of __sveltets_2_ensureArray(items)){item.label;
     { svelteHTML.createElement("button", {           "type":`button`,"class":`flyout-choice`,"role":`menuitem`,"tabindex":-1,"onclick":() => {
        close();
        item.perform();
      },});
      item.label;
      if(item.key){ { svelteHTML.createElement("kbd", { "class":`faint`,});item.key; }}
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const RunMenu__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type RunMenu__SvelteComponent_ = ReturnType<typeof RunMenu__SvelteComponent_>;
/*Ωignore_endΩ*/export default RunMenu__SvelteComponent_;