///<reference types="svelte" />
;
import type { Offered } from '../../src-main/calls/window-api';
import { textName } from './text-choice.svelte';
;

  interface Props {
    texts: Offered[];
    ontake: (text: Offered) => void;
    onforget: () => void;
  };function $$render() {

  
  

  const { texts, ontake, onforget }: Props = $props();
;
async () => {


 { svelteHTML.createElement("section", { "aria-labelledby":`recent-texts`,});
   { svelteHTML.createElement("div", { "class":`head`,});
     { svelteHTML.createElement("h2", {   "id":`recent-texts`,"class":`faint`,});  }
     { svelteHTML.createElement("button", {     "type":`button`,"class":`button quiet small`,"onclick":onforget,});  }
   }
   { svelteHTML.createElement("ul", {});
       for(let text of __sveltets_2_ensureArray(texts)){text.token;
       { svelteHTML.createElement("li", {});
         { svelteHTML.createElement("button", {     "type":`button`,"class":`button quiet`,"onclick":() => ontake(text),});
           { svelteHTML.createElement("span", { "class":`one-line`,});textName(text.names); }
         }
       }
    }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const RecentTexts__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type RecentTexts__SvelteComponent_ = ReturnType<typeof RecentTexts__SvelteComponent_>;
/*Ωignore_endΩ*/export default RecentTexts__SvelteComponent_;