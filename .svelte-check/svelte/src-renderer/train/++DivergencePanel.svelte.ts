///<reference types="svelte" />
;
import type { Divergence } from '../../src-engine/protocol/checkpoints';
import { formatCount, formatQuantity } from '../numbers/format';
;

  interface Props {
    sentence: string;
    divergence: Divergence;
  };function $$render() {

  
  

  const { sentence, divergence }: Props = $props();
;
async () => {


 { svelteHTML.createElement("div", {   "class":`panel`,"role":`alert`,});
   { svelteHTML.createElement("p", { "class":`selectable`,});sentence; }
  if(divergence.checkpoint !== null){
     { svelteHTML.createElement("p", {});
           formatCount(divergence.checkpoint);       formatQuantity(
        divergence.learningRate,
      );
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const DivergencePanel__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type DivergencePanel__SvelteComponent_ = ReturnType<typeof DivergencePanel__SvelteComponent_>;
/*Ωignore_endΩ*/export default DivergencePanel__SvelteComponent_;