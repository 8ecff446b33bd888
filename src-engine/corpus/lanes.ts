// Gives every lane its own contiguous stretch of the text, so that its state may be carried from update to update.
import { numberInSentence, problem } from '../problem';

export interface Lanes {
  lanes: number;
  /** T or u: bytes a lane reads per update. */
  steps: number;
  /** L = floor((n-1)/B): lane b reads text[b·L … (b+1)·L] and predicts each byte's successor. */
  laneBytes: number;
  updatesPerEpoch: number;
}

/** How many bytes at the text's end are held out: floor(n·share), none when they would leave nothing to predict. */
export function validationBytes(textBytes: number, share: number): number {
  const held = Math.floor(textBytes * share);
  return held < 2 ? 0 : held;
}

/** The most lanes for which every one has at least one update; 0 when not even one lane has. */
export function mostLanes(trainingBytes: number, steps: number): number {
  return Math.max(0, Math.floor((trainingBytes - 1) / steps));
}

const FITTED_UPDATES_AN_EPOCH = 4;

/** Lanes for a short text when the user has not chosen: at most `wanted`, few enough that each has a few updates an epoch. */
export function fittedLanes(trainingBytes: number, steps: number, wanted: number): number {
  const roomy = Math.floor((trainingBytes - 1) / (steps * FITTED_UPDATES_AN_EPOCH));
  return Math.max(1, Math.min(wanted, roomy));
}

const bytes = (n: number) => (n === 1 ? '1 byte' : `${numberInSentence(n)} bytes`);

/** The lanes of a text; throws a `Problem` if it is too short for them. */
export function layLanes(textName: string, trainingBytes: number, lanes: number, steps: number): Lanes {
  if (trainingBytes < 2) {
    throw problem(
      `"${textName}" has ${bytes(trainingBytes)} to train on; at least 2 are needed, so that one can be predicted. Choose a longer text.`,
    );
  }
  const most = mostLanes(trainingBytes, steps);
  if (lanes > most) {
    const advice =
      most > 0
        ? `Choose at most ${numberInSentence(most)} lanes.`
        : `Choose a truncation of at most ${numberInSentence(trainingBytes - 1)}, or a longer text.`;
    const who =
      lanes === 1
        ? `1 lane of ${numberInSentence(steps)} needs`
        : `${numberInSentence(lanes)} lanes of ${numberInSentence(steps)} need`;
    throw problem(
      `"${textName}" has ${bytes(trainingBytes)} to train on; ${who} ${numberInSentence(lanes * steps + 1)}. ${advice}`,
    );
  }
  const laneBytes = Math.floor((trainingBytes - 1) / lanes);
  return { lanes, steps, laneBytes, updatesPerEpoch: Math.floor(laneBytes / steps) };
}
