///<reference types="svelte" />
;
import { MOST_NAME_CHARACTERS } from '../../src-engine/protocol/run-list';
;

  interface Props {
    name: string;
    canStart: boolean;
    isStarting: boolean;
    /** What keeps it from starting. */
    problem: string | null;
    onrename: (name: string) => void;
    onstart: () => void;
    /** While another run trains, this one can be queued. */
    onqueue?: (() => void) | undefined;
  };function $$render() {

  

  const { name, canStart, isStarting, problem, onrename, onstart, onqueue }: Props = $props();

  const id = $props.id();
;
async () => {


 { svelteHTML.createElement("header", {});
   { svelteHTML.createElement("h1", { "class":`for-screen-readers`,});  }
   { svelteHTML.createElement("div", { "class":`top`,});
     { svelteHTML.createElement("div", { "class":`name`,});
       { svelteHTML.createElement("label", {   "class":`small faint`,"for":id,});  }
       { svelteHTML.createElement("input", {          id,"class":`field`,"maxlength":MOST_NAME_CHARACTERS,"value":name,"oninput":(event) => onrename(event.currentTarget.value),});}
     }
     { svelteHTML.createElement("button", {       "type":`button`,"class":`button primary`,"disabled":!canStart,"onclick":onstart,});
      isStarting ? 'Starting…' : 'Start';
     }
    if(onqueue){
       { svelteHTML.createElement("button", {          "type":`button`,"class":`button`,"disabled":!canStart,"title":`Starts automatically after the runs ahead of it. Start pauses the current run instead.`,"onclick":onqueue,});   }
    }
   }
  if(problem){ { svelteHTML.createElement("p", {   "class":`problem`,"role":`alert`,});problem; }}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const NewRunHeader__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type NewRunHeader__SvelteComponent_ = ReturnType<typeof NewRunHeader__SvelteComponent_>;
/*Ωignore_endΩ*/export default NewRunHeader__SvelteComponent_;