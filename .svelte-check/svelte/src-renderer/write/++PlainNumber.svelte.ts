///<reference types="svelte" />
;
import { untrack } from 'svelte';
import { formatForField } from '../numbers/format';
import { parseNumber } from '../numbers/parse-number';
import { SAMPLING_RANGES, samplingProblem, type SamplingNumber } from './sampling-ranges';
;

  interface Props {
    label: string;
    range: SamplingNumber;
    value: number;
    onchange: (value: number) => void;
    /** What was typed cannot be used, or can again. */
    onproblem?: (label: string, problem: string | null) => void;
  };function $$render() {

  
  
  
  

  const { label, range, value, onchange, onproblem }: Props = $props();

  const id = $props.id();
  let typed = $state<string | null>(null);
  /** What held when it was typed: another value since then takes its place. */
  let before = $state<number | null>(null);
  const shown = $derived(typed !== null && before === value ? typed : null);
  const problem = $derived(shown === null ? null : samplingProblem(range, label, parseNumber(shown)));

  $effect(() => {
    const found = problem;
    untrack(() => onproblem?.(label, found));
    return () => onproblem?.(label, null);
  });

  function take(text: string): void {
    typed = text;
    const number = parseNumber(text);
    if (number === null || samplingProblem(range, label, number) !== null) {
      before = value;
      return;
    }
    before = number;
    onchange(number);
  }
;
async () => {


 { svelteHTML.createElement("div", { "class":`plain`,});
   { svelteHTML.createElement("label", {   "class":`small faint`,"for":id,});label; }
   { svelteHTML.createElement("input", {                    id,"class":`field`,"inputmode":`decimal`,"autocomplete":`off`,"title":SAMPLING_RANGES[range].hint,"value":shown ?? formatForField(value),"aria-invalid":problem !== null,"aria-describedby":problem ? `${id}-problem` : undefined,"oninput":(event) => take(event.currentTarget.value),"onblur":() => {
      if (problem === null) typed = null;
    },});}
  if(problem){ { svelteHTML.createElement("p", {   "class":`problem`,"id":`${id}-problem`,});problem; }}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const PlainNumber__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type PlainNumber__SvelteComponent_ = ReturnType<typeof PlainNumber__SvelteComponent_>;
/*Ωignore_endΩ*/export default PlainNumber__SvelteComponent_;