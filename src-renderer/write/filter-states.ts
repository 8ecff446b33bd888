// Says in a word or two which of the finer settings of writing are on.
import type { SamplingOptions } from '../../src-engine/protocol/writing';
import { formatQuantity } from '../numbers/format';

export interface FilterStates {
  choice: string;
  loops: string;
  words: string;
  ending: string;
}

const joined = (parts: (string | false)[]): string => parts.filter((part) => part !== false).join(', ');

export function filterStates(options: SamplingOptions): FilterStates {
  const { topK, topP, minP, repetitionPenalty, repeatPenalty, stopCircling, never, rather, stop } = options;
  return {
    choice: joined([
      topK > 0 && `top-k ${topK}`,
      topP < 1 && `top-p ${formatQuantity(topP)}`,
      minP > 0 && `min-p ${formatQuantity(minP)}`,
      repetitionPenalty > 1 && 'penalty',
    ]),
    loops: joined([repeatPenalty > 0 && `penalty ${formatQuantity(repeatPenalty)}`, stopCircling && 'stops']),
    words: joined([never.length > 0 && `${never.length} never`, rather.length > 0 && `${rather.length} rather`]),
    ending: stop === '' ? '' : 'stop text',
  };
}
