// Takes the words out of PDF files, with pdf.js: page by page, read from the file as needed; nothing is drawn and nothing in it is run.
import { open, readFile } from 'node:fs/promises';
import { hasMatrix } from './pdf-globals';
import { getDocument, PDFDataRangeTransport, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { systemPath } from '../files/system-names';
import { numberInSentence, problem } from '../problem';
import { linesOfPage, type PdfLine } from './pdf-lines';
import { marginLines } from './pdf-margins';
import { writeParagraphs } from './pdf-paragraphs';
import type { Outcome, Reading } from './reading';

/** It looks for it there before it looks for a file. */
const world = globalThis as { pdfjsWorker?: unknown };
const CMAP_NAME = /^[\w-]{1,60}$/;

export interface PdfFiles {
  /** The tables of characters that old Chinese, Japanese and Korean files only name. */
  cmapsFolder: URL;
}

interface OpenPdf {
  pdf: PDFDocumentProxy;
  close(): Promise<void>;
}

/** pdf.js asks for stretches of the file, and for tables of characters by name. */
async function openPdf({ path }: Reading, { cmapsFolder }: PdfFiles): Promise<OpenPdf> {
  const file = await open(systemPath(path), 'r');
  const { size } = await file.stat();
  const range = new PDFDataRangeTransport(size, null);
  range.requestDataRange = (begin, end) => {
    const piece = new Uint8Array(Math.min(end, size) - begin);
    void file.read(piece, 0, piece.length, begin).then(
      () => range.onDataRange(begin, piece),
      // Closed meanwhile, or unreadable: then the document is never whole, and the time runs out.
      () => undefined,
    );
  };
  /** A constructor, as pdf.js wants it. */
  function CMaps(this: unknown) {
    return {
      async fetch({ name }: { name: string }) {
        if (!CMAP_NAME.test(name)) throw new Error('no such table');
        return { cMapData: new Uint8Array(await readFile(new URL(`${name}.bcmap`, cmapsFolder))), isCompressed: true };
      },
    };
  }
  const loading = getDocument({
    range,
    disableStream: true,
    disableAutoFetch: true,
    // Nothing in the file is run, drawn or fetched.
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    verbosity: 0,
    cMapUrl: 'cmaps/',
    CMapReaderFactory: CMaps,
  });
  const close = async () => {
    await loading.destroy().catch(() => undefined);
    await file.close();
  };
  try {
    return { pdf: await loading.promise, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function pageLines(pdf: PDFDocumentProxy, number: number) {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  page.cleanup();
  return linesOfPage(items);
}

interface Pages {
  pages: PdfLine[][];
  artifacts: number;
  noteMarks: number;
  wordless: number;
  broken: number;
}

async function allPages(pdf: PDFDocumentProxy, { name, limits, progress }: Reading): Promise<Pages> {
  const all: Pages = { pages: [], artifacts: 0, noteMarks: 0, wordless: 0, broken: 0 };
  let characters = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    try {
      const { lines, artifacts, noteMarks } = await pageLines(pdf, number);
      all.pages.push(lines);
      all.artifacts += artifacts;
      all.noteMarks += noteMarks;
      if (lines.length === 0) all.wordless += 1;
      for (const { text } of lines) characters += text.length;
    } catch {
      all.broken += 1;
    }
    if (characters > limits.textBytes) {
      throw problem(
        `"${name}" holds more than ${numberInSentence(limits.textBytes)} bytes of text. Divide it, then choose the parts.`,
      );
    }
    progress(number / pdf.numPages);
  }
  return all;
}

function sentenceOnPdf(name: string, error: unknown): Error {
  const kind = error instanceof Error ? error.name : '';
  if (kind === 'PasswordException') {
    return problem(`"${name}" is locked with a password. Save a copy without one, then choose that.`);
  }
  return error instanceof Error && 'forPerson' in error
    ? error
    : problem(`"${name}" is damaged or incomplete, or no PDF. Copy or download it again, then choose it again.`);
}

export async function readPdf(reading: Reading, files: PdfFiles): Promise<Outcome> {
  const { name, builder, leftOut } = reading;
  world.pdfjsWorker = hasMatrix && { WorkerMessageHandler };
  let opened: OpenPdf | null = null;
  try {
    opened = await openPdf(reading, files);
    const { numPages } = opened.pdf;
    const { pages, artifacts, noteMarks, wordless, broken } = await allPages(opened.pdf, reading);
    if (wordless + broken === numPages) {
      const scan = `"${name}" has no text on its ${numberInSentence(numPages)} pages: they are pictures, as of a scan`;
      throw problem(`${scan}. Run text recognition (OCR) on it, for example with OCRmyPDF, then choose it again.`);
    }
    const margins = marginLines(pages);
    leftOut.add('marginLine', artifacts + margins.size);
    leftOut.add('noteMark', noteMarks);
    leftOut.add('wordlessPage', wordless);
    leftOut.add('brokenPage', broken);
    writeParagraphs(
      pages.map((lines) => lines.filter((line) => !margins.has(line))),
      builder,
    );
    return { what: 'a PDF', unit: 'page', count: numPages };
  } catch (error) {
    throw sentenceOnPdf(name, error);
  } finally {
    await opened?.close();
  }
}
