// Has the sampler read a prompt before the click that will ask for it, so that the first character need not wait for that.
import { randomUUID } from 'node:crypto';
import type { Network } from '../sampling/sampler-messages';
import { openingAtPrompt } from '../sampling/opening';
import type { Sampler } from '../sampling/sampler';
import { encodeText } from '../sampling/text-encoding';
import type { NetworkChoice } from '../protocol/network-choice';

/** Older weights are no longer the current ones. */
const FRESH_MS = 3000;

export interface ChosenNetwork extends Network {
  /** The run's. */
  name: string;
  update: number;
}

export interface WantedDraft {
  run: string;
  choice: NetworkChoice;
  prompt: string;
  encoding: string;
}

export interface Preparation {
  /** Does nothing where the same has been prepared already. */
  prepare(wanted: WantedDraft, network: ChosenNetwork): void;
  /** What was prepared for a draft, for one use; null when it was something else or is too old. */
  take(wanted: WantedDraft): { request: string; network: ChosenNetwork } | null;
}

export function createPreparation(sampler: Sampler): Preparation {
  let ready: { request: string; wanted: string; network: ChosenNetwork; madeMs: number } | null = null;
  return {
    prepare(wanted, network) {
      const asText = JSON.stringify(wanted);
      if (ready?.wanted === asText && ready.network.update === network.update) {
        ready.madeMs = performance.now();
        return;
      }
      const request = randomUUID();
      const { weights, kernels } = network;
      const opening = openingAtPrompt(encodeText(wanted.prompt, wanted.encoding));
      sampler.prepare(request, { network: { weights, kernels }, opening });
      ready = { request, wanted: asText, network, madeMs: performance.now() };
    },
    take(wanted) {
      const found = ready;
      if (found?.wanted !== JSON.stringify(wanted) || performance.now() - found.madeMs > FRESH_MS) return null;
      ready = null;
      return found;
    },
  };
}
