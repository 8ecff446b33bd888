// What the engine does when a text is to be scored: finds the text and the network, has the sampler read, tells how it goes.
import { openTextFiles } from '../corpus/text-files';
import type { Drafts } from '../drafts/drafts';
import type { Networks } from '../networks/networks';
import { problem, sentenceOf } from '../problem';
import type { EngineCommand, EngineEvent } from '../protocol/messages';
import { MOST_SCORED_BYTES, type ScoredText } from '../protocol/scoring';
import type { Sampler } from '../sampling/sampler';
import { encodeText } from '../sampling/text-encoding';

type Command<Kind extends EngineCommand['kind']> = Extract<EngineCommand, { kind: Kind }>;

export interface ScoreDeskParts {
  drafts: Drafts;
  networks: Networks;
  sampler: Sampler;
  emit(event: EngineEvent): void;
  /** The paths a token stands for. */
  pathsOf(token: string): Promise<string[]>;
}

export class ScoreDesk {
  constructor(private readonly parts: ScoreDeskParts) {}

  async score({ request, network, text: wanted }: Command<'score-text'>): Promise<void> {
    const { networks, sampler, emit } = this.parts;
    try {
      const encoding = await networks.encodingOf(network.run);
      const { weights, kernels, update } = await networks.find(network.run, network.update);
      const { bytes, textBytes } = await this.find(wanted, encoding);
      if (bytes.length < 2)
        throw problem('At least 2 bytes are needed, so that one can be predicted. Enter a longer text.');
      const order = { network: { weights, kernels }, text: bytes };
      const bits = await sampler.score(request, order, (share) => emit({ kind: 'scoring', request, share }));
      if (bits) emit({ kind: 'scored', request, update, encoding, textBytes, bytes, bits });
      else emit({ kind: 'scoring-ended', request, sentence: null });
    } catch (error) {
      emit({ kind: 'scoring-ended', request, sentence: sentenceOf(error) });
    }
  }

  stop({ request }: Command<'stop-scoring'>): void {
    this.parts.sampler.stop(request);
  }

  private async find(wanted: ScoredText, encoding: string): Promise<{ bytes: Uint8Array; textBytes: number }> {
    switch (wanted.kind) {
      case 'typed': {
        const all = encodeText(wanted.text, encoding);
        return { bytes: all.slice(0, MOST_SCORED_BYTES), textBytes: all.length };
      }
      case 'draft': {
        const { text, place } = await this.parts.drafts.excerpt(wanted, 0, MOST_SCORED_BYTES);
        return { bytes: text, textBytes: place.textBytes };
      }
      case 'file':
        return readBeginning(await this.parts.pathsOf(wanted.token));
    }
  }
}

async function readBeginning(paths: string[]): Promise<{ bytes: Uint8Array; textBytes: number }> {
  const text = await openTextFiles(paths);
  try {
    const bytes = new Uint8Array(Math.min(text.bytes, MOST_SCORED_BYTES));
    await text.read(bytes, 0);
    return { bytes, textBytes: text.bytes };
  } finally {
    await text.close();
  }
}
