// What stands on a card: the beginning of a draft, how its network learned, and the facts in one line.
import type { MetricPoint, ModelSummary, RunSummary } from '../../src-engine/protocol/messages';
import type { DraftSummary } from '../../src-engine/protocol/writing';
import { formatCount, formatLoss, formatQuantity } from '../numbers/format';
import { fromNats } from '../numbers/loss-unit';
import { smooth } from '../train/smoothing';
import type { CardContent } from './card-picture';

/** More characters no card holds. */
export const MOST_CARD_BYTES = 6000;
const SMOOTHING = 0.9;

export interface CardSources {
  draft: DraftSummary;
  /** Its first bytes, at most MOST_CARD_BYTES. */
  bytes: Uint8Array;
  /** The whole draft's. */
  totalBytes: number;
  run: RunSummary | null;
  model: ModelSummary | null;
  /** Of the run, as far as the page knows it. */
  points: readonly MetricPoint[];
}

function factsOf({ draft, run, model }: CardSources): string {
  const [part] = draft.parts;
  const hiddenSize = run ? Number(run.settings.hiddenSize) : (model?.hiddenSize ?? 0);
  const updates = run ? (part?.update ?? 0) : (model?.trained?.updates ?? 0);
  const measured = run ? run.bestValidationBitsPerByte : (model?.trained?.bitsPerByte ?? null);
  const facts = [
    `${formatCount(hiddenSize)} hidden units`,
    updates > 0 && `${formatCount(updates)} updates`,
    measured !== null && `${formatLoss(measured)} bits/byte on held-out text`,
    part && `temperature ${formatQuantity(part.options.temperature)}`,
    part && `seed ${part.options.seed}`,
  ];
  return facts.filter(Boolean).join('  ·  ');
}

function curveOf({ points, draft }: CardSources): Pick<CardContent, 'curve' | 'curveWords'> {
  const update = draft.parts[0]?.update ?? Infinity;
  // As far as it had learned when it wrote this.
  const seen = points.filter((point) => point.update <= update);
  const xs = seen.map((point) => point.bytes);
  const ys = smooth(
    xs,
    seen.map(({ lossNats }) => fromNats(lossNats, 'bits')),
    SMOOTHING,
  );
  const curve = xs.map((x, index) => ({ x, y: ys[index] ?? NaN })).filter(({ y }) => Number.isFinite(y));
  const [first, last] = [curve[0]?.y ?? 0, curve.at(-1)?.y ?? 0];
  return { curve, curveWords: { first: formatLoss(first), last: formatLoss(last), unit: 'bits/byte' } };
}

export function cardContent(sources: CardSources): CardContent {
  const { draft, bytes, totalBytes, run, model } = sources;
  const decoder = new TextDecoder(draft.encoding, { ignoreBOM: true });
  const given = decoder.decode(bytes.subarray(0, draft.promptBytes), { stream: true });
  const isWhole = bytes.length >= totalBytes;
  const made = decoder.decode(bytes.subarray(draft.promptBytes), { stream: !isWhole });
  return {
    name: run?.name ?? model?.name ?? draft.parts[0]?.runName ?? '',
    parts: [
      { text: given, isGiven: true },
      { text: made, isGiven: false },
    ],
    isWhole,
    ...curveOf(sources),
    facts: factsOf(sources),
  };
}
