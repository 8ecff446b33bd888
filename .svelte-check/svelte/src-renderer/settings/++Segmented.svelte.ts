///<reference types="svelte" />
;
import { tick } from 'svelte';
;

  interface Props {
    name: string;
    label: string;
    value: string;
    options: readonly { value: string; label: string }[];
    disabled?: boolean;
    describedBy?: string | undefined;
    onchoose: (value: string) => void;
  };function $$render() {

  

  const { name, label, value, options, disabled = false, describedBy, onchoose }: Props = $props();

  let group: HTMLElement;

  /** Where the choice is not taken, what holds is marked again: the browser has marked the other. */
  async function choose(chosen: string): Promise<void> {
    const inputs = group.querySelectorAll('input');
    onchoose(chosen);
    await tick();
    for (const input of inputs) input.checked = input.value === value;
  }
;
async () => {


 { const $$_div0 = svelteHTML.createElement("div", {         "class":`segmented`,"role":`radiogroup`,"aria-label":label,"aria-describedby":describedBy,});group = $$_div0;
     for(let option of __sveltets_2_ensureArray(options)){option.value;
     { svelteHTML.createElement("label", {});
       { svelteHTML.createElement("input", {           "type":`radio`,name,"value":option.value,"checked":option.value === value,disabled,"onchange":() => void choose(option.value),});}
       { svelteHTML.createElement("span", {});option.label; }
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Segmented__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Segmented__SvelteComponent_ = ReturnType<typeof Segmented__SvelteComponent_>;
/*Ωignore_endΩ*/export default Segmented__SvelteComponent_;