// `unroll text`: the text as a run would read it, on standard output; what was left out of documents, on standard error.
import { readThrough } from '../../src-engine/corpus/read-through';
import { openTextFiles } from '../../src-engine/corpus/text-files';
import { lookAtText } from './look-at-text';
import { createPieceWriter, say } from './streams';
import { withReadableTexts } from './texts';

export interface TextOptions {
  asIs?: boolean;
}

async function print(paths: string[]): Promise<number> {
  const { encoding } = await lookAtText(paths);
  const text = await openTextFiles(paths);
  try {
    const write = createPieceWriter(process.stdout, encoding);
    await readThrough(text, async (piece) => {
      // The piece is overwritten by the next one, and a slow reader has not read it yet.
      if (!write(piece.slice())) await new Promise((drained) => process.stdout.once('drain', drained));
      return true;
    });
    return 0;
  } finally {
    await text.close();
  }
}

export function printText(files: string[], { asIs = false }: TextOptions): Promise<number> {
  return withReadableTexts(files, { asIs, notice: say }, (texts) => print(texts.flat()));
}
