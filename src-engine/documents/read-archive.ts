// Takes the words out of an archive of texts and documents: its members in name order, those that are wanted.
import { open, rm } from 'node:fs/promises';
import { isProblem, problem, sentenceOf } from '../problem';
import type { ArchiveMember } from '../protocol/documents';
import { memberPieces } from './member-pieces';
import { passPlainText } from './read-plain';
import { BEGINNING_BYTES, recognise } from './recognise';
import type { Outcome, Reading } from './reading';
import { foreignSentence } from './sort-zip';
import type { Member, ZipArchive } from './zip-archive';

const nameOrder = new Intl.Collator('en', { numeric: true });
/** What systems put into archives without being asked. */
const NOT_OURS = /(?:^|\/)(?:__MACOSX\/|\.(?!\.?\/)|Thumbs\.db$|desktop\.ini$)/i;

export interface ArchiveReading extends Reading {
  /** Keys of members that are not wanted. */
  leaveOut: ReadonlySet<string>;
  /** A file of its own for a member that is a document; it is removed afterwards. */
  temporaryPath: string;
  /** Reads a file as if it had been chosen. */
  readInner(path: string, name: string): Promise<unknown>;
}

const lastPart = (name: string) => name.slice(name.lastIndexOf('/') + 1);

/** The first bytes of a member. */
async function beginningOf(archive: ZipArchive, member: Member): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of archive.read(member)) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes >= BEGINNING_BYTES) break;
  }
  return Buffer.concat(pieces).subarray(0, BEGINNING_BYTES);
}

async function unpack(archive: ZipArchive, member: Member, target: string): Promise<void> {
  const file = await open(target, 'w');
  try {
    for await (const piece of archive.read(member)) await file.write(piece);
  } finally {
    await file.close();
  }
}

/** Throws a `Problem` where the member holds no words. */
async function readMember(reading: ArchiveReading, archive: ZipArchive, member: Member): Promise<void> {
  const { builder, progress, temporaryPath, readInner } = reading;
  const name = lastPart(member.name);
  const recognised = recognise(await beginningOf(archive, member), name);
  if (recognised.is === 'foreign') throw problem(foreignSentence(name, recognised.what, recognised.advice));
  builder.block(true);
  if (recognised.is === 'text') return passPlainText(memberPieces(archive, member, progress), name, builder);
  try {
    await unpack(archive, member, temporaryPath);
    await readInner(temporaryPath, name);
  } finally {
    await rm(temporaryPath, { force: true });
  }
}

export async function readArchive(
  reading: ArchiveReading,
  archive: ZipArchive,
): Promise<Outcome & { members: ArchiveMember[] }> {
  const { builder, leftOut, leaveOut, progress, name } = reading;
  const files = archive.members
    .map((member, index) => ({ member, key: String(index) }))
    .filter(({ member }) => !member.name.endsWith('/') && !NOT_OURS.test(member.name))
    .sort((a, b) => nameOrder.compare(a.member.name, b.member.name));
  const members: ArchiveMember[] = [];
  let count = 0;
  for (const [index, { member, key }] of files.entries()) {
    const isLeftOut = leaveOut.has(key);
    const before = builder.written();
    let sentence: string | null = null;
    try {
      const ownProgress = (share: number) => progress((index + share) / files.length);
      if (!isLeftOut) await readMember({ ...reading, progress: ownProgress }, archive, member);
    } catch (error) {
      // A bomb ends it all; a member that is no text is left out.
      if (!isProblem(error) || /built to do harm|holds more than/.test(error.message)) throw error;
      sentence = sentenceOf(error);
      leftOut.add('member');
    }
    const bytes = Math.max(0, builder.written() - before);
    if (bytes > 0) count += 1;
    members.push({ key, name: member.name, bytes, sentence, isLeftOut });
  }
  if (files.length === 0) throw problem(`"${name}" is an archive without files in it. Choose another one.`);
  return { what: 'an archive', unit: 'file', count, members };
}
