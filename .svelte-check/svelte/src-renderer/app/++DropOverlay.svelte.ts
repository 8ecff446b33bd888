///<reference types="svelte" />
;function $$render() {
;
async () => {


 { svelteHTML.createElement("div", {   "class":`overlay`,"aria-hidden":`true`,}); { svelteHTML.createElement("p", {});       } }


};
return { props: {} as Record<string, never>, exports: {}, bindings: "", slots: {}, events: {} }}
const DropOverlay__SvelteComponent_ = __sveltets_2_isomorphic_component(__sveltets_2_with_any_event($$render()));
/*Ωignore_startΩ*/type DropOverlay__SvelteComponent_ = InstanceType<typeof DropOverlay__SvelteComponent_>;
/*Ωignore_endΩ*/export default DropOverlay__SvelteComponent_;