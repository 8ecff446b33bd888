///<reference types="svelte" />
;
import ModalDialog from '../app/ModalDialog.svelte';
import { formatCount } from '../numbers/format';
;

  interface Props {
    update: number;
    from: number;
    /** How many checkpoints are newer. */
    newer: number;
    ongo: () => void;
    onclose: () => void;
  };function $$render() {

  
  

  const { update, from, newer, ongo, onclose }: Props = $props();
;
async () => {


 { const $$_golaiDladoM0C = __sveltets_2_ensureComponent(ModalDialog); const $$_golaiDladoM0 = new $$_golaiDladoM0C({ target: __sveltets_2_any(), props: {  children:() => { return __sveltets_2_any(0); },"title":`Go back to update ${formatCount(update)}?`,onclose,actions:() => { async ()/*Ωignore_positionΩ*/ => {
     { svelteHTML.createElement("button", { "class":`button`,});  }
     { svelteHTML.createElement("button", {   "class":`button primary`,"onclick":ongo,});  }
  };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {actions} = $$_golaiDladoM0.$$prop_def;/*Ωignore_endΩ*/
   { svelteHTML.createElement("p", {});
           formatCount(from - update);     newer ===
    1
      ? '1 newer checkpoint'
      : `${formatCount(newer)} newer checkpoints`;           
   }
  
 ModalDialog}
};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const GoBackDialog__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type GoBackDialog__SvelteComponent_ = ReturnType<typeof GoBackDialog__SvelteComponent_>;
/*Ωignore_endΩ*/export default GoBackDialog__SvelteComponent_;