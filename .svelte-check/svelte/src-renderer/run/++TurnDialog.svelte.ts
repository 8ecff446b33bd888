///<reference types="svelte" />
;
import ModalDialog from '../app/ModalDialog.svelte';
import type { TurnQuestion } from './turn-question.svelte';

;type $$ComponentProps =  { question: TurnQuestion; asked: NonNullable<TurnQuestion['asked']> };function $$render() {

  
  

  const { question, asked }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props();
;
async () => {


 { const $$_golaiDladoM0C = __sveltets_2_ensureComponent(ModalDialog); const $$_golaiDladoM0 = new $$_golaiDladoM0C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"title":`“${asked.training}” is training`,"onclose":question.close,actions:() => { async ()/*Ωignore_positionΩ*/ => {
     { svelteHTML.createElement("button", { "class":`button`,});  }
    if(asked.after){ { svelteHTML.createElement("button", {   "class":`button`,"onclick":asked.after,});  }}
     { svelteHTML.createElement("button", {   "class":`button primary`,...__sveltets_2_empty({"data-first":true}),"onclick":asked.now,});  }
  };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {actions} = $$_golaiDladoM0.$$prop_def;/*Ωignore_endΩ*/
   { svelteHTML.createElement("p", {});
     asked.wanted;   asked.training;        asked.after
      ? ', or after it?'
      : '?';
   }
  
 ModalDialog}
};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const TurnDialog__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type TurnDialog__SvelteComponent_ = ReturnType<typeof TurnDialog__SvelteComponent_>;
/*Ωignore_endΩ*/export default TurnDialog__SvelteComponent_;