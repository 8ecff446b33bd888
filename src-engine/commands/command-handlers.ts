// What the engine does for the window: for each command of the protocol the one function that does it.
import type { Drafts } from '../drafts/drafts';
import type { DraftName } from '../drafts/writing-draft';
import { defaultSettings } from '../hyperparameters';
import { sentenceOf } from '../problem';
import type { EngineCommand, EngineEvent } from '../protocol/messages';
import type { RunImports } from '../runs/run-imports';
import { runFolderIn } from '../handover/returned-run';
import type { CopyDesk } from './copy-desk';
import type { HandoverDesk } from './handover-desk';
import { readInside, showWeights, workThrough, type LookInsideParts } from './look-inside';
import { openModel, removeModel, tellModels, type ModelParts } from './open-models';
import type { ScoreDesk } from './score-desk';
import { settingName, settingsFrom, startRun, startSearch, type StartParts } from './start-runs';
import type { TextDesk } from './text-desk';

type Command<Kind extends EngineCommand['kind']> = Extract<EngineCommand, { kind: Kind }>;
type Handler<Command> = (command: Command) => void | Promise<void>;
/** A command that nothing handles does not compile. */
export type CommandHandlers = { [Kind in EngineCommand['kind']]: Handler<Command<Kind>> };

export interface EngineParts extends LookInsideParts, ModelParts, StartParts {
  drafts: Drafts;
  texts: TextDesk;
  imports: RunImports;
  copies: CopyDesk;
  scores: ScoreDesk;
  handovers: HandoverDesk;
}

/** Tells what goes wrong in another way than as `failed`. */
function orElse<Command>(does: Handler<Command>, tell: (command: Command, sentence: string) => void): Handler<Command> {
  return async (command) => {
    try {
      await does(command);
    } catch (error) {
      tell(command, sentenceOf(error));
    }
  };
}

export function commandHandlers(parts: EngineParts): CommandHandlers {
  const { runs, drafts, networks, tuning, texts, imports, copies, scores, handovers, emit, pathsOf, textPathsOf } =
    parts;
  /** It is told where the draft is shown. */
  const onDraft = <Command extends DraftName>(does: (name: DraftName, command: Command) => Promise<void>) =>
    orElse<Command>(
      (command) => does({ run: command.run, draft: command.draft }, command),
      ({ run, draft }, sentence) => emit({ kind: 'draft-failed', run, draft, sentence }),
    );
  /** It is told under the request's name. */
  const onInside = <Command extends { request: string }>(does: Handler<Command>) =>
    orElse(does, ({ request }, sentence) => emit({ kind: 'inspection-failed', request, sentence }));
  return {
    'tell-tuning': () => tuning.tell(),
    'estimate-cost': async ({ token, settings }) =>
      tuning.costs.estimate({ ...defaultSettings(), ...settings }, token === null ? [] : await textPathsOf(token)),
    'find-learning-rate': async ({ token, settings }) =>
      tuning.findLearningRate(settingsFrom(settings), await textPathsOf(token)),
    'stop-finding-learning-rate': () => tuning.stopFinding(),
    'start-search': (command) => startSearch(parts, command),
    'cancel-search': () => tuning.search.cancel(),

    'summarise-text': (command) => texts.summarise(command),
    'stop-counting': (command) => texts.stopCounting(command),
    'stop-extracting': (command) => texts.stopExtracting(command),
    'preview-text': (command) => texts.preview(command),
    'convert-text': (command) => texts.convert(command),
    'stop-converting': (command) => texts.stopConverting(command),

    'list-models': () => tellModels(parts),
    'open-model': ({ token }) => openModel(parts, token),
    'remove-model': ({ model }) => removeModel(parts, model),

    'list-runs': ({ first }) => runs.list(first),
    'rename-run': ({ run, name }) => runs.label(run, { name }),
    'colour-run': ({ run, colour }) => runs.label(run, { colour }),
    'archive-run': ({ run, isArchived }) => runs.archive(run, isArchived),
    'queue-run': ({ run }) => runs.putInQueue(run),
    'unqueue-run': ({ run }) => runs.takeFromQueue(run),
    'move-in-queue': ({ run, place }) => runs.moveInQueue(run, place),
    'import-run': async ({ token }) => imports.start(token, await runFolderIn((await pathsOf(token))[0] ?? '')),
    'stop-importing': ({ token }) => imports.stop(token),
    'hand-over': (command) => handovers.handOver(command),
    'stop-handing-over': (command) => handovers.stop(command),
    'locate-text': async ({ run, token }) => runs.texts.locate(run, await textPathsOf(token)),
    'accept-text': ({ run }) => runs.texts.accept(run),

    'start-run': (command) => startRun(parts, command),
    'pause-run': ({ run }) => runs.pause(run),
    'resume-run': ({ run }) => runs.resume(run),
    'stop-run': ({ run }) => runs.stop(run),
    'skip-validation': ({ run }) => runs.skipValidation(run),
    'train-longer': ({ run, length, lengthUnit, isQueued }) => runs.trainLonger(run, { length, lengthUnit }, isQueued),
    'change-setting': ({ run, name, value }) => runs.changeSetting(run, settingName(name), value),

    'open-run': ({ run }) => runs.show(run),
    'read-curve': (command) => runs.past.curve(command.request, command.run, command),
    'list-checkpoints': async ({ run }) => emit({ kind: 'checkpoints', run, ...(await networks.checkpoints(run)) }),
    'note-checkpoint': ({ run, update, note }) => runs.past.noteCheckpoint(run, update, note),
    'go-back': ({ run, update, learningRate }) => runs.goBack(run, update, learningRate),
    'branch-run': ({ run, update }) => runs.branch(run, update),

    'list-drafts': ({ run }) => drafts.list(run),
    'keep-writing': ({ run, options }) => drafts.keep(run, options),
    // Any error is reported when a draft is requested.
    'prepare-writing': ({ run, network, prompt }) => drafts.prepare(run, network, prompt).catch(() => undefined),
    'write-draft': onDraft((name, { network, options }) => drafts.write(name, network, options)),
    'continue-draft': onDraft((name, { network, options }) => drafts.goOn(name, network, options)),
    'branch-draft': onDraft((name, command) => drafts.branch(name, command)),
    'stop-draft': onDraft((name) => drafts.stop(name)),
    'open-draft': onDraft((name) => drafts.open(name)),
    'read-draft': onDraft((name, command) => drafts.read(name, command)),
    'find-alternatives': onDraft((name, { at }) => drafts.alternatives(name, at)),
    'find-text': orElse(
      ({ run, draft, text, isPattern }) => drafts.find({ run, draft }, text, isPattern),
      ({ run, draft }, sentence) => emit({ kind: 'find-failed', run, draft, sentence }),
    ),
    'mark-draft': onDraft((name, { favourite }) => drafts.mark(name, favourite)),
    'remove-draft': onDraft((name) => drafts.remove(name)),
    'restore-draft': onDraft((name) => drafts.restore(name)),

    'check-copies': (command) => copies.check(command),
    'stop-checking-copies': (command) => copies.stopChecking(command),
    'score-text': (command) => scores.score(command),
    'stop-scoring': (command) => scores.stop(command),

    'read-inside': onInside((command) => readInside(parts, command)),
    'show-weights': onInside((command) => showWeights(parts, command)),
    'work-through': onInside((command) => workThrough(parts, command)),
  };
}

/** Does a command; errors are reported as events, never thrown. */
export async function doCommand(
  handlers: CommandHandlers,
  command: EngineCommand,
  emit: (event: EngineEvent) => void,
): Promise<void> {
  // The compiler does not see that the handler is the one for this very command.
  const handle = handlers[command.kind] as Handler<EngineCommand>;
  await orElse(handle, ({ kind }, sentence) => emit({ kind: 'failed', command: kind, sentence }))(command);
}
