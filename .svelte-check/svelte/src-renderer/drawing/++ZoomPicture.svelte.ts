///<reference types="svelte" />
;
import ScaledCanvas from './ScaledCanvas.svelte';
import { cellAt, movedView, sampleAxis, wholeView, zoomedView, type ZoomView } from './zoom-view';
;

  interface Props {
    picture: OffscreenCanvas;
    label: string;
    /** What is at a cell, in words. */
    describe: (column: number, row: number) => string;
    onpick?: (column: number, row: number) => void;
    /** Drawn over the picture, for example a mark; a cell's place by the view. */
    overlay?: (
      context: CanvasRenderingContext2D,
      view: ZoomView,
      width: number,
      height: number,
      pointed: { column: number; row: number } | null,
    ) => void;
    /** Drawn along the top, in step with the columns. */
    along?: (context: CanvasRenderingContext2D, view: ZoomView, width: number, height: number) => void;
    /** What is seen at first; all of it where it is left out. */
    first?: ZoomView;
    /** What the rows are, and the columns. */
    axes?: { rows: string; columns: string };
  };function $$render() {

  
  

  const { picture, label, describe, onpick, overlay, along, first, axes }: Props = $props();

  const ZOOM_STEP = 1.5;
  const WHEEL_FACTOR = 0.002;

  const size = $derived({ width: picture.width, height: picture.height });
  const key = $derived(`${size.width} ${size.height}`);
  let chosen = $state.raw<{ key: string; view: ZoomView } | null>(null);
  /** The view stays while numbers change, and resets when the size changes. */
  const view = $derived(chosen?.key === key ? chosen.view : (first ?? wholeView(size)));
  let pointed = $state.raw<{ column: number; row: number } | null>(null);
  let dragged = false;

  const show = (next: ZoomView): void => void (chosen = { key, view: next });

  function shares(event: MouseEvent): { x: number; y: number; box: DOMRect } {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height, box };
  }

  function wheeled(event: WheelEvent): void {
    event.preventDefault();
    const { x, y } = shares(event);
    show(zoomedView(view, size, Math.exp(-event.deltaY * WHEEL_FACTOR), x, y));
  }

  function moved(event: PointerEvent): void {
    const { x, y, box } = shares(event);
    pointed = cellAt(view, size, x, y);
    if ((event.buttons & 1) === 0) return;
    if (event.movementX !== 0 || event.movementY !== 0) dragged = true;
    const right = (-event.movementX / box.width) * view.width;
    show(movedView(view, size, right, (-event.movementY / box.height) * view.height));
  }

  function clicked(event: MouseEvent): void {
    const { x, y } = shares(event);
    const { column, row } = cellAt(view, size, x, y);
    if (!dragged) onpick?.(column, row);
  }

  function pressed(event: KeyboardEvent): void {
    const [right, down] = [view.width / 8, view.height / 8];
    const views: Record<string, () => ZoomView> = {
      '+': () => zoomedView(view, size, ZOOM_STEP),
      '=': () => zoomedView(view, size, ZOOM_STEP),
      '-': () => zoomedView(view, size, 1 / ZOOM_STEP),
      '0': () => wholeView(size),
      ArrowLeft: () => movedView(view, size, -right, 0),
      ArrowRight: () => movedView(view, size, right, 0),
      ArrowUp: () => movedView(view, size, 0, -down),
      ArrowDown: () => movedView(view, size, 0, down),
    };
    const next = views[event.key];
    if (!next || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const nextView = next();
    show(nextView);
    pointed = cellAt(nextView, size, 0.5, 0.5);
  }

  const seen = new OffscreenCanvas(1, 1);

  /** Cells smaller than a point are averaged, larger ones stay sharp; in two steps where one axis shrinks and the other grows. */
  function draw(context: CanvasRenderingContext2D, width: number, height: number): void {
    const x = sampleAxis(view.left, view.width, Math.round(width * window.devicePixelRatio));
    const y = sampleAxis(view.top, view.height, Math.round(height * window.devicePixelRatio));
    if (x.isShrunk === y.isShrunk) {
      context.imageSmoothingEnabled = x.isShrunk;
      context.drawImage(picture, view.left, view.top, view.width, view.height, 0, 0, width, height);
    } else {
      seen.width = x.count;
      seen.height = y.count;
      seen.getContext('2d')?.drawImage(picture, x.start, y.start, x.length, y.length, 0, 0, x.count, y.count);
      context.imageSmoothingEnabled = false;
      context.drawImage(seen, x.inner, y.inner, x.shown, y.shown, 0, 0, width, height);
    }
    overlay?.(context, view, width, height, pointed);
  }

  const listens = (element: HTMLElement): (() => void) => {
    element.addEventListener('wheel', wheeled, { passive: false });
    return () => element.removeEventListener('wheel', wheeled);
  };
;
async () => {


 { svelteHTML.createElement("div", { "class":`zoom`,});
  if(axes){ { svelteHTML.createElement("p", { "class":`small faint axis`,});axes.columns;  }}
  if(along){
     { svelteHTML.createElement("div", {   "class":`along`,"aria-hidden":`true`,});
       { const $$_savnaCdelacS2C = __sveltets_2_ensureComponent(ScaledCanvas); new $$_savnaCdelacS2C({ target: __sveltets_2_any(), props: {  "draw":(context, width, height) => along(context, view, width, height),}});}
     }
  }
  
   { svelteHTML.createElement("div", {                    "class":`picture`,"role":`group`,"tabindex":0,"aria-label":`${label} Plus and minus zoom, arrow keys pan, 0 shows all.`,"onpointerdown":() => (dragged = false),"onpointermove":moved,"onpointerleave":() => (pointed = null),"onclick":clicked,"onkeydown":pressed,[Symbol("@attach")]:listens,});
     { const $$_savnaCdelacS2C = __sveltets_2_ensureComponent(ScaledCanvas); new $$_savnaCdelacS2C({ target: __sveltets_2_any(), props: { draw,}});}
   }
   { svelteHTML.createElement("div", { "class":`foot`,});
     { svelteHTML.createElement("p", {   "class":`small words`,"role":`status`,});
      pointed ? describe(pointed.column, pointed.row) : axes ? `${axes.rows} ↓` : '';
     }
     { svelteHTML.createElement("div", { "class":`buttons`,});
       { svelteHTML.createElement("button", {        "type":`button`,"class":`button quiet`,"aria-label":`Zoom out`,"onclick":() => show(zoomedView(view, size, 1 / ZOOM_STEP)),});  }
       { svelteHTML.createElement("button", {        "type":`button`,"class":`button quiet`,"aria-label":`Zoom in`,"onclick":() => show(zoomedView(view, size, ZOOM_STEP)),});  }
       { svelteHTML.createElement("button", {     "type":`button`,"class":`button quiet`,"onclick":() => show(wholeView(size)),});  }
     }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ZoomPicture__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ZoomPicture__SvelteComponent_ = ReturnType<typeof ZoomPicture__SvelteComponent_>;
/*Ωignore_endΩ*/export default ZoomPicture__SvelteComponent_;