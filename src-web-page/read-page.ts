// Reads what a page was exported with out of its blocks.
import { fromPlanes } from '../src-engine/pages/planes';
import { matrixShapes, type Weights } from '../src-engine/model/weights';
import type { PageBlock, PageFacts } from '../src-engine/protocol/exported-page';

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = characters.charCodeAt(at);
  return bytes;
}

export async function inflated(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([fromBase64(text)]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export interface ReadPage {
  facts: PageFacts;
  weights: Weights;
  /** How prompts are written, where the browser cannot. */
  characters: Uint8Array;
}

export async function readPage(read: (name: PageBlock) => string): Promise<ReadPage> {
  const facts = JSON.parse(read('facts')) as PageFacts;
  const { hiddenSize, alphabet } = facts;
  const all = fromPlanes(await inflated(read('network')));
  const sizes = Object.values(matrixShapes(hiddenSize)).map(([rows, columns]) => rows * columns);
  const [ofWxh = 0, ofWhh = 0, ofWho = 0] = sizes;
  if (all.length !== ofWxh + ofWhh + ofWho) throw new Error('The network in this page is not whole.');
  const weights = {
    hiddenSize,
    alphabet: alphabet && Uint8Array.from(alphabet),
    Wxh: all.subarray(0, ofWxh),
    Whh: all.subarray(ofWxh, ofWxh + ofWhh),
    Who: all.subarray(ofWxh + ofWhh),
  };
  return { facts, weights, characters: await inflated(read('characters')) };
}
