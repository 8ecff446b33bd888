// What page and engine say to one another about a run that goes on in PyTorch on a bigger machine: the folder that is written for it.
import * as v from 'valibot';
import { LENGTH_UNITS } from '../hyperparameters';
import { count, identifier, sentence } from './scalars';

export const handoverOptions = v.object({
  /** The text lies in the folder too; otherwise the machine is told where it is. */
  copiesText: v.boolean(),
  hiddenSize: count,
  lanes: count,
  /** It begins from initial weights. */
  fromScratch: v.boolean(),
  /** How long it is to be in all. */
  length: v.number(),
  lengthUnit: v.picklist(LENGTH_UNITS),
});
export type HandoverChoice = v.InferOutput<typeof handoverOptions>;

export const handoverCommands = [
  /** The token stands for the folder that is to be made. */
  v.object({ kind: v.literal('hand-over'), run: identifier, token: identifier, options: handoverOptions }),
  v.object({ kind: v.literal('stop-handing-over'), token: identifier }),
] as const;

export const handoverEvents = [
  v.object({ kind: v.literal('handing-over'), token: identifier, share: v.number() }),
  /** Not written: with a message if it failed, without one if it was stopped. Written: with what is damaged, if anything. */
  v.object({
    kind: v.literal('handed-over'),
    token: identifier,
    isWritten: v.boolean(),
    sentence: v.nullable(sentence),
  }),
] as const;
