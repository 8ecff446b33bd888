// What a model's file says of its training, so that whoever opens it knows what it is: the text, for how long, how well.
import type { TrainingFacts } from '../protocol/network-choice';

const MOST_TEXT_NAME = 200;

export function factsAsMetadata(facts: TrainingFacts | null): Record<string, string> {
  if (!facts) return {};
  const { text, updates, bitsPerByte } = facts;
  const measured = bitsPerByte === null ? {} : { held_out_bits_per_byte: String(bitsPerByte) };
  return { text, updates: String(updates), ...measured };
}

/** null where the file says nothing, or something that cannot be. */
export function factsFrom(metadata: Record<string, string>): TrainingFacts | null {
  const { text = '' } = metadata;
  const updates = Number(metadata.updates);
  if (text === '' || text.length > MOST_TEXT_NAME || !Number.isSafeInteger(updates) || updates < 0) return null;
  const measured = Number(metadata.held_out_bits_per_byte ?? NaN);
  return { text, updates, bitsPerByte: Number.isFinite(measured) && measured >= 0 ? measured : null };
}
