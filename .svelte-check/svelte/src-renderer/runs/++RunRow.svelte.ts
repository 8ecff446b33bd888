///<reference types="svelte" />
;
import type { RunSummary } from '../../src-engine/protocol/messages';
import { formatCount, formatLoss } from '../numbers/format';
import { RUN_STATE_WORDS } from './run-state';
import { sparklinePath } from './sparkline-path';
import StateDot from './StateDot.svelte';
;

  interface Props {
    run: RunSummary;
    selected: boolean;
    /** It is the one that Tab comes to. */
    isTabStop: boolean;
    onopen: () => void;
    /** Where its menu is wanted. */
    onmenu: (x: number, y: number) => void;
  };function $$render() {

  
  
  
  
  

  const WIDTH = 72;
  const HEIGHT = 20;

  const { run, selected, isTabStop, onopen, onmenu }: Props = $props();

  const path = $derived(sparklinePath(run.sparkline, WIDTH, HEIGHT));
  const best = $derived(run.bestValidationBitsPerByte);
  const tabindex = $derived(isTabStop ? 0 : -1);

  function menuAt(event: MouseEvent): void {
    event.preventDefault();
    const { left, bottom } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    // The keyboard's menu key gives no place of its own.
    const byPointer = event.clientX > 0 || event.clientY > 0;
    onmenu(byPointer ? event.clientX : left, byPointer ? event.clientY : bottom);
  }
;
async () => {


 { svelteHTML.createElement("div", {  "class":`row`,});selected;
   { svelteHTML.createElement("button", {            "type":`button`,"class":`open`,tabindex,"aria-current":selected ? 'true' : undefined,"onclick":onopen,"oncontextmenu":menuAt,});
     { svelteHTML.createElement("span", { "class":`name`,});
       { const $$_toDetatS3C = __sveltets_2_ensureComponent(StateDot); new $$_toDetatS3C({ target: __sveltets_2_any(), props: {  "runState":run.state,}});}
       { svelteHTML.createElement("span", { "class":`one-line`,});run.name; }
       { svelteHTML.createElement("span", { "class":`for-screen-readers`,}); RUN_STATE_WORDS[run.state];  }
     }
     { svelteHTML.createElement("span", { "class":`facts`,});
       { svelteHTML.createElement("svg", {     "viewBox":`-1 -1 ${WIDTH + 2} ${HEIGHT + 2}`,"preserveAspectRatio":`none`,"aria-hidden":`true`,});
         { svelteHTML.createElement("path", {  "d":path,});}
       }
       { svelteHTML.createElement("span", { "class":`best`,});
        if(run.queuePlace !== null){
           { svelteHTML.createElement("span", { "class":`faint`,});run.queuePlace === 1 ? 'next' : `queued, ${formatCount(run.queuePlace)}`; }
        } else if (best === null){
           { svelteHTML.createElement("span", { "class":`faint`,});   }
        }else{
          formatLoss(best);  { svelteHTML.createElement("span", { "class":`faint`,});  }
        }
       }
     }
   }
   { svelteHTML.createElement("button", {            "type":`button`,"class":`more`,tabindex,"aria-label":`More actions`,"aria-haspopup":`menu`,"onclick":(event) => {
      const { left, bottom } = event.currentTarget.getBoundingClientRect();
      onmenu(left, bottom);
    },});
     { svelteHTML.createElement("svg", {       "width":`14`,"height":`14`,"viewBox":`0 0 14 14`,"aria-hidden":`true`,});
       { svelteHTML.createElement("circle", {      "cx":`2.5`,"cy":`7`,"r":`1.3`,});} { svelteHTML.createElement("circle", {      "cx":`7`,"cy":`7`,"r":`1.3`,});} { svelteHTML.createElement("circle", {      "cx":`11.5`,"cy":`7`,"r":`1.3`,});}
     }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const RunRow__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type RunRow__SvelteComponent_ = ReturnType<typeof RunRow__SvelteComponent_>;
/*Ωignore_endΩ*/export default RunRow__SvelteComponent_;