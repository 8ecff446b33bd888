///<reference types="svelte" />
;
import { parseNumber } from '../numbers/parse-number';
;

  interface Props {
    label?: string;
    unit: number;
    units: number;
    onchoose: (unit: number) => void;
  };function $$render() {

  

  const { label = 'Unit', unit, units, onchoose }: Props = $props();

  const id = $props.id();
  let typed = $state<string | null>(null);
  /** What held when it was typed: a unit chosen since then takes its place. */
  let before = $state(-1);
  const shown = $derived(before === unit ? typed : null);
  const wanted = $derived(shown === null ? unit : parseNumber(shown));
  const isWrong = $derived(wanted === null || !Number.isInteger(wanted) || wanted < 0 || wanted >= units);

  function take(text: string): void {
    typed = text;
    before = unit;
    const chosen = wanted;
    if (isWrong || chosen === null) return;
    before = chosen;
    onchoose(chosen);
  }

  function pressed(event: KeyboardEvent): void {
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    typed = null;
    onchoose(Math.min(units - 1, Math.max(0, unit + step)));
  }
;
async () => {


 { svelteHTML.createElement("div", { "class":`unit`,});
   { svelteHTML.createElement("label", {   "class":`small faint`,"for":id,});label; }
   { svelteHTML.createElement("input", {                    id,"class":`field`,"inputmode":`numeric`,"autocomplete":`off`,"value":shown ?? String(unit),"aria-invalid":isWrong,"aria-describedby":`${id}-range`,"oninput":(event) => take(event.currentTarget.value),"onkeydown":pressed,"onblur":() => {
      if (!isWrong) typed = null;
    },});}
   { svelteHTML.createElement("span", {   "class":`small faint`,"id":`${id}-range`,});  units - 1; }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const UnitField__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type UnitField__SvelteComponent_ = ReturnType<typeof UnitField__SvelteComponent_>;
/*Ωignore_endΩ*/export default UnitField__SvelteComponent_;