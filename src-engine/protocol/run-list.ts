// What page and engine say to one another about the list of runs: names, the queue, folders from elsewhere, texts that have moved.
import * as v from 'valibot';
import { count, identifier, sentence } from './scalars';

export const MOST_NAME_CHARACTERS = 200;

/** Of the palette: a run's colour is a place in it, counted from 0. */
export const RUN_COLOURS = 8;
export const runColour = v.pipe(count, v.maxValue(RUN_COLOURS - 1));

export const runListCommands = [
  /** `first` is told before all others: the window waits for it. */
  v.object({ kind: v.literal('list-runs'), first: v.nullable(identifier) }),
  v.object({
    kind: v.literal('rename-run'),
    run: identifier,
    name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MOST_NAME_CHARACTERS)),
  }),
  v.object({ kind: v.literal('colour-run'), run: identifier, colour: runColour }),
  /** Out of the list, or back; what trains cannot go. It leaves the queue, and comes back by itself when it trains. */
  v.object({ kind: v.literal('archive-run'), run: identifier, isArchived: v.boolean() }),
  /** Queues a run that is not training. */
  v.object({ kind: v.literal('queue-run'), run: identifier }),
  v.object({ kind: v.literal('unqueue-run'), run: identifier }),
  /** Counted from 1, next first. */
  v.object({ kind: v.literal('move-in-queue'), run: identifier, place: v.pipe(count, v.minValue(1)) }),
  /** Copies the run's folder that the token stands for into the list. */
  v.object({ kind: v.literal('import-run'), token: identifier }),
  v.object({ kind: v.literal('stop-importing'), token: identifier }),
  /** Says where a run's text lies now; another text is refused. */
  v.object({ kind: v.literal('locate-text'), run: identifier, token: identifier }),
  /** The run goes on with its text as that is now, although it has changed. */
  v.object({ kind: v.literal('accept-text'), run: identifier }),
] as const;

export const runListEvents = [
  /** `run`: its id when it is in the list, with a message if an older checkpoint has to do; null with a message if it failed, without one if it was stopped. */
  v.object({
    kind: v.literal('import-ended'),
    token: identifier,
    run: v.nullable(identifier),
    sentence: v.nullable(sentence),
  }),
  v.object({ kind: v.literal('importing'), token: identifier, share: v.number() }),
  /** A run cannot continue without its text, or not exactly; `isAcceptable`: it can with the one that is there now. */
  v.object({ kind: v.literal('text-lost'), run: identifier, sentence, isAcceptable: v.boolean() }),
  v.object({ kind: v.literal('text-located'), run: identifier }),
] as const;
