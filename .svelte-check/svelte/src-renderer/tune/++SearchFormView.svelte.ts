///<reference types="svelte" />
;
import RangeRow from './RangeRow.svelte';
import type { SearchForm } from './search-form.svelte';
;

  interface Props {
    form: SearchForm;
    onbegin: () => void;
    onclose: () => void;
  };function $$render() {

  
  

  const { form, onbegin, onclose }: Props = $props();

  const id = $props.id();

  function begin(event: SubmitEvent): void {
    event.preventDefault();
    if (form.problem === null) onbegin();
  }
;
async () => {


 { svelteHTML.createElement("form", { "onsubmit":begin,});
   { svelteHTML.createElement("p", { "class":`small faint`,});
                       
      
   }
   { svelteHTML.createElement("div", { "class":`ranges`,});
       for(let range of __sveltets_2_ensureArray(form.ranges)){range.name;
       { const $$_woRegnaR2C = __sveltets_2_ensureComponent(RangeRow); new $$_woRegnaR2C({ target: __sveltets_2_any(), props: {   range,"onchange":(change) => form.change(range.name, change),}});}
    }
   }
   { svelteHTML.createElement("div", { "class":`amounts`,});
     { svelteHTML.createElement("label", { "for":`${id}-minutes`,});  }
     { svelteHTML.createElement("label", { "for":`${id}-candidates`,});   }
     { svelteHTML.createElement("label", { "for":`${id}-seed`,});  }
     { svelteHTML.createElement("input", {        "id":`${id}-minutes`,"class":`field`,"inputmode":`decimal`,"bind:value":form.minutes,});/*Ωignore_startΩ*/() => form.minutes = __sveltets_2_any(null);/*Ωignore_endΩ*/}
     { svelteHTML.createElement("input", {        "id":`${id}-candidates`,"class":`field`,"inputmode":`numeric`,"bind:value":form.candidates,});/*Ωignore_startΩ*/() => form.candidates = __sveltets_2_any(null);/*Ωignore_endΩ*/}
     { svelteHTML.createElement("input", {        "id":`${id}-seed`,"class":`field`,"inputmode":`numeric`,"bind:value":form.seed,});/*Ωignore_startΩ*/() => form.seed = __sveltets_2_any(null);/*Ωignore_endΩ*/}
   }
  if(form.problem){ { svelteHTML.createElement("p", {   "class":`problem`,"role":`alert`,});form.problem; }}
   { svelteHTML.createElement("div", { "class":`buttons`,});
     { svelteHTML.createElement("button", {     "type":`submit`,"class":`button primary`,"disabled":form.problem !== null,});  }
     { svelteHTML.createElement("button", {     "type":`button`,"class":`button`,"onclick":onclose,});  }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SearchFormView__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SearchFormView__SvelteComponent_ = ReturnType<typeof SearchFormView__SvelteComponent_>;
/*Ωignore_endΩ*/export default SearchFormView__SvelteComponent_;