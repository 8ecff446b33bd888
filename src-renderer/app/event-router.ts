// Hears the engine: hands each event to the part that it concerns, and tells the parts when the engine comes and goes.
import type { EngineEvent } from '../../src-engine/protocol/messages';
import type { EngineListener } from '../engine/engine-link';
import { isLookEvent } from '../look/look.svelte';
import { formatCount } from '../numbers/format';
import type { OpenedRunEvent } from '../run/opened-run.svelte';
import type { HandoverEvent } from '../runs/handing-over.svelte';
import type { ActionEvent } from '../runs/run-actions.svelte';
import type { ToldPart } from '../runs/told-runs';
import { isScoringEvent } from '../score/scoring.svelte';
import type { TextEvent } from '../text/text-choice.svelte';
import { isWritingEvent } from '../write/writer.svelte';
import { lastRun } from './last-run';
import type { Workbench } from './workbench.svelte';

export class EventRouter implements EngineListener {
  readonly #workbench: Workbench;
  #engineWasLost = false;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  attached(): void {
    const { actions, models, newRun, selection, send, tuning } = this.#workbench;
    send({ kind: 'list-runs', first: selection.opened?.id ?? lastRun.read() });
    models.attached();
    actions.attached();
    tuning.attached();
    // What was asked before the first engine was there reaches it by itself.
    if (!this.#engineWasLost) return;
    selection.askAgain();
    newRun.text.askForSummary();
  }

  engineLost(sentence: string): void {
    const { actions, link, newRun, notices, selection, tuning } = this.#workbench;
    this.#engineWasLost = true;
    link.drop();
    for (const part of [tuning, newRun, actions, selection.look, selection.writer]) part.engineLost();
    notices.show(sentence);
  }

  received(event: EngineEvent): void {
    const { comparison, newRun, models, runs, selection, tuning } = this.#workbench;
    comparison.received(event);
    if (event.kind === 'checkpoints')
      for (const part of [selection.look, selection.writer.next]) part.checkpointsTold(event);
    if (isWritingEvent(event)) {
      selection.writer.received(event);
      return;
    }
    if (isScoringEvent(event)) {
      selection.look.scoring.received(event);
      return;
    }
    if (isLookEvent(event)) {
      selection.look.received(event);
      return;
    }
    switch (event.kind) {
      case 'runs':
        this.#listTold(event);
        return;
      case 'run-changed':
        runs.put(event.run);
        return;
      case 'run-started':
        newRun.started();
        selection.openRun(event.run);
        selection.tab = 'train';
        return;
      case 'models':
        models.all = event.models;
        return;
      case 'model-opened':
        selection.openModel(event.model);
        models.opened(event.token);
        return;
      case 'cost':
        newRun.settings.pace ??= event.cost.pace;
        tuning.received(event);
        return;
      case 'computer':
      case 'range-point':
      case 'range-ended':
      case 'search':
        tuning.received(event);
        return;
      case 'failed':
        this.#failed(event.command, event.sentence);
        return;
      default:
        this.#receivedOfOne(event);
    }
  }

  /** What concerns a text, a folder from elsewhere or the opened run. */
  #receivedOfOne(event: TextEvent | ActionEvent | HandoverEvent | OpenedRunEvent): void {
    const { actions, newRun, selection } = this.#workbench;
    switch (event.kind) {
      case 'text-summary':
      case 'text-counts':
      case 'text-preview':
      case 'text-failed':
      case 'text-extracting':
      case 'text-converting':
      case 'text-converted':
        newRun.received(event);
        return;
      case 'handing-over':
      case 'handed-over':
        actions.handover.received(event);
        return;
      case 'importing':
      case 'import-ended':
      case 'text-lost':
      case 'text-located':
        actions.received(event);
        return;
      default:
        if (event.run === selection.opened?.id) selection.opened.received(event);
    }
  }

  #listTold(part: ToldPart): void {
    const { notices, runs, selection } = this.#workbench;
    const shown = selection.run;
    runs.told(part);
    if (part.isFirst || part.isLast) this.#runsTold();
    if (shown && !runs.find(shown.id)) notices.show(`“${shown.name}” is no longer there: its folder is gone.`);
  }

  #runsTold(): void {
    const { newRun, notices, selection } = this.#workbench;
    selection.runsTold(newRun.text.offered !== null);
    if (!this.#engineWasLost) return;
    this.#engineWasLost = false;
    const { run } = selection;
    const goOn = run && run.state !== 'finished' && run.state !== 'queued';
    notices.clear();
    notices.show(
      goOn
        ? `The engine stopped and was restarted. Press Resume to continue from update ${formatCount(run.update)}.`
        : 'The engine stopped and was restarted. No progress was lost.',
    );
  }

  #failed(command: string, sentence: string): void {
    const { newRun, notices, tuning } = this.#workbench;
    if (command === 'start-run') newRun.failed();
    if (command === 'find-learning-rate') tuning.finder.failed(sentence);
    else notices.show(sentence);
  }
}
