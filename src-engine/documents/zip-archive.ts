// Opens zip archives, and the documents that are some: its members' names and streams, within limits. No name is ever used as a path.
import { openPromise, getFileNameLowLevel, parseExtraFields, type Entry, type ZipFile } from 'yauzl';
import { numberInSentence, problem } from '../problem';
import { watchUnpacking, type Limits } from './limits';

export interface Member {
  /** As the archive has it, with `/` between folders; fit to be shown and compared, not to be a path. */
  name: string;
  /** As the archive says. */
  bytes: number;
  isEncrypted: boolean;
  /** Bytes in the archive before and with this one. */
  packedBytes: number;
}

export interface ZipArchive {
  members: Member[];
  fileBytes: number;
  find(name: string): Member | null;
  /** Piece by piece; throws a `Problem` for what is damaged, locked or too much. */
  read(member: Member): AsyncIterable<Uint8Array>;
  close(): void;
}

interface Known extends Member {
  entry: Entry;
}

const damaged = (name: string) =>
  problem(`"${name}" is damaged or incomplete. Copy or download it again, then choose it again.`);

function nameOf(entry: Entry & { fileName: unknown }): string {
  const raw = entry.fileNameRaw;
  return getFileNameLowLevel(entry.generalPurposeBitFlag, raw, parseExtraFields(entry.extraFieldRaw), false);
}

async function membersOf(zip: ZipFile, name: string, { members: most }: Limits): Promise<Known[]> {
  if (zip.entryCount > most) {
    throw problem(
      `"${name}" holds ${numberInSentence(zip.entryCount)} files; at most ${numberInSentence(most)} can be read. Unpack it, then choose its folder.`,
    );
  }
  const members: Known[] = [];
  for await (const entry of zip.eachEntry()) {
    members.push({
      name: nameOf(entry),
      bytes: entry.uncompressedSize,
      isEncrypted: entry.isEncrypted(),
      packedBytes: entry.compressedSize,
      entry,
    });
  }
  return members;
}

/** Throws a `Problem` for what is no whole archive. */
export async function openZip(path: string, name: string, limits: Limits): Promise<ZipArchive> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false }).catch(() => {
    throw damaged(name);
  });
  let members: Known[];
  try {
    members = await membersOf(zip, name, limits);
  } catch (error) {
    zip.close();
    throw error instanceof Error && 'forPerson' in error ? error : damaged(name);
  }
  const watch = watchUnpacking(name, zip.fileSize, limits);
  const byName = new Map(members.map((member) => [member.name, member]));
  return {
    members,
    fileBytes: zip.fileSize,
    find: (wanted) => byName.get(wanted) ?? null,
    async *read(member) {
      const { entry, isEncrypted } = member as Known;
      if (isEncrypted) {
        throw problem(`"${name}" is locked with a password. Save a copy without one, then choose that.`);
      }
      if (!entry.canDecodeFileData()) {
        throw problem(
          `"${name}" is packed in a way that is rarely used. Unpack and pack it again, then choose it again.`,
        );
      }
      const stream = await zip.openReadStreamPromise(entry).catch(() => {
        throw damaged(name);
      });
      try {
        for await (const piece of stream) {
          watch.unpacked((piece as Uint8Array).length);
          yield piece as Uint8Array;
        }
      } catch (error) {
        throw error instanceof Error && 'forPerson' in error ? error : damaged(name);
      } finally {
        stream.destroy();
      }
    },
    close: () => zip.close(),
  };
}
