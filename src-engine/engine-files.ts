// Where the build leaves what the engine loads at run time, beside the bundle this file ends up in.
import { kernelsOf } from './kernels/kernel-files';
import type { EngineFiles } from './runs/open-run';

export interface BuiltFiles extends EngineFiles {
  samplerWorker: URL;
  inspectorWorker: URL;
  copiesWorker: URL;
  documentWorker: URL;
  /** The page that networks are exported in. */
  pageTemplate: URL;
  /** Tables of characters for PDFs. */
  cmapsFolder: URL;
  /** What a handover's folder begins as: train.py and what explains it. */
  handoverFolder: URL;
}

/** `bundle` is the address of the running bundle: out/main/NAME.js. */
export function builtFiles(bundle: string): BuiltFiles {
  return {
    kernels: kernelsOf(new URL('../kernels/', bundle)),
    laneWorker: new URL('lane-worker-main.js', bundle),
    samplerWorker: new URL('sampler-worker-main.js', bundle),
    inspectorWorker: new URL('inspector-worker-main.js', bundle),
    copiesWorker: new URL('copies-worker-main.js', bundle),
    documentWorker: new URL('document-worker-main.js', bundle),
    pageTemplate: new URL('../web-page/page.html', bundle),
    cmapsFolder: new URL('../cmaps/', bundle),
    handoverFolder: new URL('../handover/', bundle),
  };
}
