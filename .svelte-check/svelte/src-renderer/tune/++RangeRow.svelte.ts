///<reference types="svelte" />
;
import { SETTINGS } from '../../src-engine/hyperparameters';
import { rangeProblem, type RangeChoice } from './search-ranges';

;type $$ComponentProps =  { range: RangeChoice; onchange: (change: Partial<RangeChoice>) => void };function $$render() {

  
  

  const { range, onchange }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();

  const setting = $derived(SETTINGS[range.name]);
  const isWrong = $derived(range.isSearched && rangeProblem(range) !== null);

  function toggle(option: string, isChosen: boolean): void {
    const others = range.options.filter((each) => each !== option);
    onchange({ options: isChosen ? [...others, option] : others });
  }
;
async () => {


 { svelteHTML.createElement("div", { "class":`row`,});
   { svelteHTML.createElement("label", { "class":`name`,});
     { svelteHTML.createElement("input", {       "type":`checkbox`,"checked":range.isSearched,"onchange":(event) => onchange({ isSearched: event.currentTarget.checked }),});}
    setting.label;
   }
  if(range.isSearched && setting.kind === 'number'){
     { svelteHTML.createElement("div", { "class":`ends`,});
       { svelteHTML.createElement("input", {           "class":`field`,"aria-label":`${setting.label} from`,"aria-invalid":isWrong,"value":range.least,"oninput":(event) => onchange({ least: event.currentTarget.value }),});}
       { svelteHTML.createElement("span", {});  }
       { svelteHTML.createElement("input", {           "class":`field`,"aria-label":`${setting.label} to`,"aria-invalid":isWrong,"value":range.most,"oninput":(event) => onchange({ most: event.currentTarget.value }),});}
     }
  } else if (range.isSearched && setting.kind === 'choice'){
     { svelteHTML.createElement("div", {     "class":`options`,"role":`group`,"aria-label":setting.label,});
         for(let { value, label } of __sveltets_2_ensureArray(setting.options)){value;
         { svelteHTML.createElement("label", {});
           { svelteHTML.createElement("input", {       "type":`checkbox`,"checked":range.options.includes(value),"onchange":(event) => toggle(value, event.currentTarget.checked),});}
          label;
         }
      }
     }
  }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const RangeRow__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type RangeRow__SvelteComponent_ = ReturnType<typeof RangeRow__SvelteComponent_>;
/*Ωignore_endΩ*/export default RangeRow__SvelteComponent_;