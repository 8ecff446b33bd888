// A run whose text has moved or changed: found again, or gone on with as it is now.
import type { EngineEvent } from '../protocol/messages';
import { acceptText, locateText } from '../run-files/recorded-text';
import type { RunRecord } from '../run-files/run-folder';
import type { RunShelf } from './run-shelf';
import type { InTurn } from './take-turns';
import type { TrainingSlot } from './training-slot';

export interface RunTextsParts {
  shelf: RunShelf;
  slot: TrainingSlot;
  inTurn: InTurn;
  emit(event: EngineEvent): void;
}

export class RunTexts {
  constructor(private readonly parts: RunTextsParts) {}

  /** The run's text lies elsewhere now; throws a `Problem` if what lies there is another one. */
  locate(id: string, paths: string[]): Promise<void> {
    return this.change(id, (record) => locateText(record, paths));
  }

  /** The run goes on with its text as that is now; throws a `Problem` where it has another length. */
  accept(id: string): Promise<void> {
    return this.change(id, acceptText);
  }

  private change(id: string, find: (record: RunRecord) => Promise<RunRecord['text']>): Promise<void> {
    const { shelf, slot, inTurn, emit } = this.parts;
    return inTurn(async () => {
      await slot.clearOf(id);
      const text = await find(await shelf.recordOf(id));
      await shelf.change(id, () => ({ text, sentence: null }));
      emit({ kind: 'text-located', run: id });
    });
  }
}
