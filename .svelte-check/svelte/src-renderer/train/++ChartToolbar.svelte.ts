///<reference types="svelte" />
;
import type { Range } from './chart-range';
import type { ChartView } from './chart-view.svelte';
import { X_AXES, type XAxis } from './x-axis';
;

  export type ExportForm = 'png' | 'csv' | 'json';;;

  interface Props {
    view: ChartView;
    extent: Range;
    onexport: (form: ExportForm) => void;
  };function $$render() {

  
  
  


  const { view, extent, onexport }: Props = $props();

  const FORMS: ExportForm[] = ['png', 'csv', 'json'];
  const ZOOM = 0.5;
;
async () => {


 { svelteHTML.createElement("div", {     "class":`toolbar small`,"role":`group`,"aria-label":`Chart`,});
   { svelteHTML.createElement("label", { "class":`axis`,});
     { svelteHTML.createElement("span", { "class":`for-screen-readers`,});  }
     { svelteHTML.createElement("select", {     "class":`field`,"value":view.axis,"onchange":(event) => (view.axis = event.currentTarget.value as XAxis),});
         for(let { value, label } of __sveltets_2_ensureArray(X_AXES)){value; { svelteHTML.createElement("option", {value,});label; }}
     }
   }
   { svelteHTML.createElement("div", { "class":`group`,});
     { svelteHTML.createElement("button", {       "type":`button`,"class":`button quiet`,"aria-pressed":view.isLogX,"onclick":() => (view.isLogX = !view.isLogX),});
       
     }
     { svelteHTML.createElement("button", {       "type":`button`,"class":`button quiet`,"aria-pressed":view.isLogY,"onclick":() => (view.isLogY = !view.isLogY),});
       
     }
     { svelteHTML.createElement("button", {           "type":`button`,"class":`button quiet`,"aria-pressed":view.fitsLoss,"title":`Fills the height with the losses that matter; off shows all of them, the first fall included`,"onclick":() => (view.fitsLoss = !view.fitsLoss),});
       
     }
   }
   { svelteHTML.createElement("div", { "class":`group`,});
     { svelteHTML.createElement("button", {          "type":`button`,"class":`button quiet sign`,"aria-label":`Zoom out`,"disabled":!view.isZoomed,"onclick":() => view.zoom(extent, 1 / ZOOM, 0.5),});  }
     { svelteHTML.createElement("button", {        "type":`button`,"class":`button quiet sign`,"aria-label":`Zoom in`,"onclick":() => view.zoom(extent, ZOOM, 1),});  }
     { svelteHTML.createElement("button", {       "type":`button`,"class":`button quiet`,"disabled":!view.isZoomed,"onclick":() => view.reset(),});  }
     { svelteHTML.createElement("button", {       "type":`button`,"class":`button quiet`,"aria-pressed":view.follows,"onclick":() => view.toggleFollowing(extent),});
       
     }
   }
   { svelteHTML.createElement("div", {     "class":`group`,"role":`group`,"aria-label":`Save the chart as`,});
       for(let form of __sveltets_2_ensureArray(FORMS)){form;
       { svelteHTML.createElement("button", {         "type":`button`,"class":`button quiet`,"aria-label":`Save as ${form.toUpperCase()}…`,"onclick":() => onexport(form),});
        form.toUpperCase();
       }
    }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ChartToolbar__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ChartToolbar__SvelteComponent_ = ReturnType<typeof ChartToolbar__SvelteComponent_>;
/*Ωignore_endΩ*/export default ChartToolbar__SvelteComponent_;