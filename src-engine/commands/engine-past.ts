// What the engine does about a run's past: its curve, its checkpoints, going back to one.
import type { CheckpointCommand } from '../protocol/checkpoints';
import type { EngineCommand } from '../protocol/messages';
import type { RunManager } from '../runs/run-manager';

type PastCommand =
  Exclude<CheckpointCommand, { kind: 'list-checkpoints' }> | Extract<EngineCommand, { kind: 'open-run' }>;

const KINDS: readonly string[] = [
  'open-run',
  'read-curve',
  'note-checkpoint',
  'go-back',
] satisfies PastCommand['kind'][];

export function isAboutPast(command: EngineCommand): command is PastCommand {
  return KINDS.includes(command.kind);
}

export function obeyAboutPast(runs: RunManager, command: PastCommand): Promise<void> {
  switch (command.kind) {
    case 'open-run':
      return runs.past.whole(command.run);
    case 'read-curve':
      return runs.past.curve(command.request, command.run, command);
    case 'note-checkpoint':
      return runs.past.noteCheckpoint(command.run, command.update, command.note);
    case 'go-back':
      return runs.goBack(command.run, command.update, command.learningRate);
  }
}
