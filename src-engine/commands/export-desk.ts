// What leaves the engine as a file of the user's: a network as a model or as a page that writes by itself, a draft as text or with its network.
import type { Drafts } from '../drafts/drafts';
import type { DraftName } from '../drafts/writing-draft';
import { readKeptWriting } from '../drafts/kept-writing';
import type { BuiltFiles } from '../engine-files';
import type { Networks } from '../networks/networks';
import { isPageFile, writePage } from '../pages/page-file';
import type { DraftFormat } from '../protocol/draft-formats';
import { BALANCED_STYLE } from '../protocol/writing-styles';
import { DEFAULT_SAMPLING } from '../protocol/writing';

export interface ExportDeskParts {
  networks: Networks;
  drafts: Drafts;
  files: Pick<BuiltFiles, 'kernels' | 'pageTemplate'>;
}

export class ExportDesk {
  constructor(private readonly parts: ExportDeskParts) {}

  /** In the format of the file's ending; a page writes as the network is set to be written with. */
  async network(id: string, update: number | null, path: string): Promise<void> {
    const { networks, files } = this.parts;
    if (!isPageFile(path)) return networks.export(id, path, update);
    const { name, weights, kernels, update: found } = await networks.find(id, update);
    const options = (await readKeptWriting(networks.draftsPath(id))) ?? {
      ...DEFAULT_SAMPLING,
      ...BALANCED_STYLE.style,
    };
    const [encoding, trained] = [await networks.encodingOf(id), await networks.trained(id, found)];
    await writePage(path, files, { name, weights, kernels, encoding, options, trained });
  }

  /** A page holds the network that began the draft, and begins with what it was asked for. */
  async draft(name: DraftName, format: DraftFormat, path: string): Promise<void> {
    const { networks, drafts, files } = this.parts;
    if (format !== 'page') return drafts.export(name, format, path);
    const { update, ...begun } = await drafts.begunWith(name);
    const trained = await networks.trained(name.run, update);
    await writePage(path, files, { ...begun, trained });
  }
}
