///<reference types="svelte" />
;
import type { DivergingScale } from './diverging-scale';
import ScaledCanvas from './ScaledCanvas.svelte';
;

  interface Props {
    scale: DivergingScale;
    low: string;
    middle: string;
    high: string;
    label: string;
  };function $$render() {

  
  

  const { scale, low, middle, high, label }: Props = $props();

  function draw(context: CanvasRenderingContext2D, width: number, height: number): void {
    for (let x = 0; x < width; x++) {
      context.fillStyle = scale.css((2 * (x + 0.5)) / width - 1);
      context.fillRect(x, 0, 1.5, height);
    }
  }
;
async () => {


 { svelteHTML.createElement("figure", {});
   { svelteHTML.createElement("figcaption", { "class":`small faint`,});label; }
   { svelteHTML.createElement("div", { "class":`scale small faint`,});
     { svelteHTML.createElement("div", { "class":`ramp`,}); { const $$_savnaCdelacS3C = __sveltets_2_ensureComponent(ScaledCanvas); new $$_savnaCdelacS3C({ target: __sveltets_2_any(), props: { draw,}});} }
     { svelteHTML.createElement("span", {});low; } { svelteHTML.createElement("span", { "class":`middle`,});middle; } { svelteHTML.createElement("span", { "class":`high`,});high; }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ColourScale__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ColourScale__SvelteComponent_ = ReturnType<typeof ColourScale__SvelteComponent_>;
/*Ωignore_endΩ*/export default ColourScale__SvelteComponent_;