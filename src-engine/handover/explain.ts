// Fills in what a handover's README and its script for Slurm say of the run: its name, its size, where its text is.
import { numberInSentence } from '../problem';
import type { RunRecord } from '../run-files/run-folder';

export interface HandoverFacts {
  record: RunRecord;
  /** The text lies beside train.py. */
  hasText: boolean;
  /** Of a new run: how it begins. */
  beginning: string | null;
}

/** A name may have any characters; Markdown's and a shell's own would be more than a name. */
const plain = (name: string) => name.replaceAll(/[^\p{L}\p{N}.,()_-]+/gu, ' ').trim();

function onText({ record: { text }, hasText }: HandoverFacts): string {
  const size = `${numberInSentence(text.bytes)} bytes`;
  if (hasText) return `The text (${size}) lies in \`text/\`; train.py finds it there.`;
  return `The text "${plain(text.name)}" (${size}) is not in this folder. Where it has another path than on the computer it comes from, say so: \`--text PATH\`, a file, its folder, or each of its files.`;
}

function onStanding({ record, beginning }: HandoverFacts): string {
  const total = record.totalUpdates > 0 ? numberInSentence(record.totalUpdates) : 'unlimited';
  if (beginning !== null) return `A new run of ${total} updates, made by Unroll from another. ${beginning}`;
  const place = `A run of Unroll at update ${numberInSentence(record.update)} of ${total}`;
  return `${place}. \`train.py\` goes on with it exactly where it stands: same equations, same optimizer and schedule, same lanes.`;
}

/** Replaces `{{name}}` and the like. */
export function explained(asset: string, facts: HandoverFacts): string {
  const { record } = facts;
  const { settings } = record;
  const words: Record<string, string> = {
    name: plain(record.name) || 'run',
    job: plain(record.name).replaceAll(/[^A-Za-z0-9]+/g, '-') || 'run',
    standing: onStanding(facts),
    hidden: numberInSentence(settings.hiddenSize),
    lanes: numberInSentence(settings.lanes),
    text: onText(facts),
  };
  return asset.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => words[name] ?? whole);
}
