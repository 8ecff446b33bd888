///<reference types="svelte" />
;
import type { MetricPoint, RunSummary } from '../../src-engine/protocol/messages';
import { formatBytesPerSecond, formatCount, formatDuration, formatTimeLeft } from '../numbers/format';
import { progressShare, timeLeftMs } from './progress';
;

  interface Props {
    run: RunSummary;
    latest: MetricPoint | null;
    points: readonly MetricPoint[];
  };function $$render() {

  
  
  

  const { run, latest, points }: Props = $props();

  const update = $derived(Math.max(run.update, run.state === 'training' ? (latest?.update ?? 0) : 0));
  const share = $derived(progressShare(update, run.totalUpdates));
  const left = $derived(timeLeftMs(run, points));
  const isEndless = $derived(run.totalUpdates === 0 && run.state !== 'finished');
  const position = $derived(
    isEndless
      ? `Update ${formatCount(update)}, unlimited`
      : `Update ${formatCount(update)} of ${formatCount(run.totalUpdates || update)}`,
  );
;
async () => {


 { svelteHTML.createElement("div", { "class":`progress`,});
   { svelteHTML.createElement("progress", {           "class":`thin-progress`,"aria-label":`Progress`,"aria-valuetext":position,"max":`1`,"value":isEndless ? undefined : share,}); }
   { svelteHTML.createElement("div", { "class":`facts small`,});
     { svelteHTML.createElement("span", {});position; }
    if(run.state === 'training'){
       { svelteHTML.createElement("span", { "class":`speed`,});latest ? formatBytesPerSecond(latest.bytesPerSecond) : ''; }
       { svelteHTML.createElement("span", { "class":`left`,});left === null ? '' : `about ${formatTimeLeft(left)} left`; }
    } else if (run.elapsedMs > 0){
       { svelteHTML.createElement("span", { "class":`left`,});formatDuration(run.elapsedMs);   }
    }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const RunProgress__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type RunProgress__SvelteComponent_ = ReturnType<typeof RunProgress__SvelteComponent_>;
/*Ωignore_endΩ*/export default RunProgress__SvelteComponent_;