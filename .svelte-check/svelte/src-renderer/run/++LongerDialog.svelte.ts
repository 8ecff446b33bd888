///<reference types="svelte" />
;
import { untrack } from 'svelte';
import { SETTINGS } from '../../src-engine/hyperparameters';
import type { RunSummary } from '../../src-engine/protocol/messages';
import ModalDialog from '../app/ModalDialog.svelte';
import { formatCount, formatDuration, formatForField } from '../numbers/format';
import { parseNumber } from '../numbers/parse-number';
import { horizonSentence, longerProblem, suggestedLength, type LengthUnit } from './longer-length';
;

  interface Props {
    run: RunSummary;
    ontrain: (length: number, unit: LengthUnit) => void;
    onclose: () => void;
  };function $$render() {

  
  
  
  
  
  
  

  const { run, ontrain, onclose }: Props = $props();

  const id = $props.id();
  const first = untrack(() => suggestedLength(run));
  const units = SETTINGS.lengthUnit.kind === 'choice' ? SETTINGS.lengthUnit.options : [];
  let typed = $state(formatForField(first.length));
  let unit = $state<LengthUnit>(first.unit);

  const length = $derived(parseNumber(typed));
  const schedule = $derived(run.settings.schedule);
  const needsLength = $derived(unit === 'told' && (schedule === 'cosine' || schedule === 'step'));
  const problem = $derived(longerProblem(run, length, unit));

  function train(): void {
    if (problem === null && !needsLength) ontrain(length ?? first.length, unit);
  }
;
async () => {


 { const $$_golaiDladoM0C = __sveltets_2_ensureComponent(ModalDialog); const $$_golaiDladoM0 = new $$_golaiDladoM0C({ target: __sveltets_2_any(), props: {  children:() => { return __sveltets_2_any(0); },"title":`Train “${run.name}” longer`,onclose,actions:() => { async ()/*Ωignore_positionΩ*/ => {
     { svelteHTML.createElement("button", { "class":`button`,});  }
     { svelteHTML.createElement("button", {     "class":`button primary`,"disabled":problem !== null || needsLength,"onclick":train,});  }
  };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {actions} = $$_golaiDladoM0.$$prop_def;/*Ωignore_endΩ*/
   { svelteHTML.createElement("div", { "class":`stack`,});
     { svelteHTML.createElement("p", {});
         formatCount(run.update);   formatDuration(run.elapsedMs);       
     }
     { svelteHTML.createElement("div", { "class":`length`,});
      if(unit !== 'told'){
         { svelteHTML.createElement("input", {                "class":`field`,...__sveltets_2_empty({"data-first":true}),"aria-label":`Length in all`,"inputmode":`decimal`,"autocomplete":`off`,"bind:value":typed,"aria-invalid":problem !== null,"aria-describedby":`${id}-problem ${id}-horizon`,});/*Ωignore_startΩ*/() => typed = __sveltets_2_any(null);/*Ωignore_endΩ*/}
      }
       { svelteHTML.createElement("select", {     "class":`field`,"aria-label":`Unit of the length`,"bind:value":unit,});/*Ωignore_startΩ*/() => unit = __sveltets_2_any(null);/*Ωignore_endΩ*/
           for(let { value, label } of __sveltets_2_ensureArray(units)){value; { svelteHTML.createElement("option", {value,});label; }}
       }
     }
    if(problem){ { svelteHTML.createElement("p", {   "class":`problem`,"id":`${id}-problem`,});problem; }}
     { svelteHTML.createElement("p", {   "class":`small faint`,"id":`${id}-horizon`,});horizonSentence(schedule, unit); }
   }
  
 ModalDialog}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const LongerDialog__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type LongerDialog__SvelteComponent_ = ReturnType<typeof LongerDialog__SvelteComponent_>;
/*Ωignore_endΩ*/export default LongerDialog__SvelteComponent_;