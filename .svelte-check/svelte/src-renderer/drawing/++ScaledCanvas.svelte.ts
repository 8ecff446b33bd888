///<reference types="svelte" />
;;
  interface Props {
    /** Reads what it draws: what is read there draws it again when it changes. */
    draw: (context: CanvasRenderingContext2D, width: number, height: number) => void;
  };function $$render() {


  const { draw }: Props = $props();

  let canvas: HTMLCanvasElement;
  let width = $state(0);
  let height = $state(0);

  $effect(() => {
    const observer = new ResizeObserver(() => ({ clientWidth: width, clientHeight: height } = canvas));
    observer.observe(canvas);
    return () => observer.disconnect();
  });

  function paint(context: CanvasRenderingContext2D): void {
    const ratio = window.devicePixelRatio;
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width !== across) canvas.width = across;
    if (canvas.height !== down) canvas.height = down;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    draw(context, width, height);
  }

  $effect(() => {
    const context = canvas.getContext('2d');
    if (!context || width === 0 || height === 0) return;
    paint(context);
  });
;
async () => {


 { const $$_canvas0 = svelteHTML.createElement("canvas", { });canvas = $$_canvas0; }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ScaledCanvas__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ScaledCanvas__SvelteComponent_ = ReturnType<typeof ScaledCanvas__SvelteComponent_>;
/*Ωignore_endΩ*/export default ScaledCanvas__SvelteComponent_;