// Tells what the old compound files of Microsoft hold (.doc, .xls, .ppt, .msg, and documents with a password): none of them is read.
import { open } from 'node:fs/promises';
import { systemPath } from '../files/system-names';
import type { Advice } from './signatures';

const HEADER_BYTES = 512;
const SHIFT_AT = 30;
const DIRECTORY_AT = 48;
/** The names of its streams stand in the first sectors of its directory. */
const LOOKED_AT_BYTES = 8192;

const HOLDINGS: readonly [string, string, Advice][] = [
  ['EncryptedPackage', 'a document that is locked with a password', 'password'],
  ['WordDocument', 'an old Word document (.doc)', 'word'],
  ['Workbook', 'an old Excel spreadsheet (.xls)', 'sheet'],
  ['Book', 'an old Excel spreadsheet (.xls)', 'sheet'],
  ['PowerPoint Document', 'an old PowerPoint presentation (.ppt)', 'slides'],
  ['__properties_version1.0', 'an Outlook message (.msg)', 'mail'],
];

export async function whatCompoundFileHolds(path: string): Promise<{ what: string; advice: Advice }> {
  const file = await open(systemPath(path), 'r');
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    await file.read(header, 0, HEADER_BYTES, 0);
    const sectorBytes = 2 ** Math.min(12, Math.max(9, header.readUInt16LE(SHIFT_AT)));
    const directory = Buffer.alloc(LOOKED_AT_BYTES);
    await file.read(directory, 0, LOOKED_AT_BYTES, (header.readUInt32LE(DIRECTORY_AT) + 1) * sectorBytes);
    const known = HOLDINGS.find(([stream]) => directory.includes(Buffer.from(`${stream}\0`, 'utf16le')));
    return known ? { what: known[1], advice: known[2] } : { what: 'an old Microsoft document', advice: 'word' };
  } finally {
    await file.close();
  }
}
