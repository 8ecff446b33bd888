///<reference types="svelte" />
;
import { MOST_NAME_CHARACTERS } from '../../src-engine/protocol/run-list';
;

  interface Props {
    name: string;
    /** `byKey`: otherwise the user has gone on to another place. */
    ontake: (name: string, byKey: boolean) => void;
  };function $$render() {

  

  const { name, ontake }: Props = $props();

  let field: HTMLInputElement;
  let isLeft = false;

  $effect(() => {
    field.focus();
    field.select();
  });

  function end(taken: string, byKey: boolean): void {
    if (isLeft) return;
    isLeft = true;
    ontake(taken, byKey);
  }

  function pressed(event: KeyboardEvent): void {
    event.stopPropagation();
    // The Enter that ends the composing of a character is not for the name.
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    // Else the row, which has the keys next, would be opened by it.
    event.preventDefault();
    end(event.key === 'Enter' ? field.value : '', true);
  }
;
async () => {


 { const $$_input0 = svelteHTML.createElement("input", {              "class":`field`,"aria-label":`Rename run`,"maxlength":MOST_NAME_CHARACTERS,"value":name,"onkeydown":pressed,"onblur":() => end(field.value, false),});field = $$_input0;}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const RunNameField__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type RunNameField__SvelteComponent_ = ReturnType<typeof RunNameField__SvelteComponent_>;
/*Ωignore_endΩ*/export default RunNameField__SvelteComponent_;