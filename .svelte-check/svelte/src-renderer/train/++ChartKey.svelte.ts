///<reference types="svelte" />
;function $$render() {

  const ENTRIES = [
    { name: 'raw', label: 'Loss' },
    { name: 'smooth', label: 'Smoothed' },
    { name: 'validation', label: 'Validation' },
    { name: 'best', label: 'Best' },
  ];
;
async () => {


 { svelteHTML.createElement("ul", {   "class":`keeps-colours`,"aria-label":`Key`,});
     for(let entry of __sveltets_2_ensureArray(ENTRIES)){entry.name;
     { svelteHTML.createElement("li", {}); { svelteHTML.createElement("span", {   "class":entry.name,"aria-hidden":`true`,}); }entry.label; }
  }
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: "", slots: {}, events: {} }}
const ChartKey__SvelteComponent_ = __sveltets_2_isomorphic_component(__sveltets_2_with_any_event($$render()));
/*Ωignore_startΩ*/type ChartKey__SvelteComponent_ = InstanceType<typeof ChartKey__SvelteComponent_>;
/*Ωignore_endΩ*/export default ChartKey__SvelteComponent_;