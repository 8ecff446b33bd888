// The script of an exported page: brings its network to life and writes with it, in any browser, without a connection.
import type { SamplingOptions } from '../src-engine/protocol/writing';
import { networkStreamOver } from '../src-engine/sampling/stream-over';
import { pageEncoding, textDecoder } from './page-encoding';
import { choosePageKernels } from './page-kernels';
import { blockText, pageParts, type PageElements } from './page-parts';
import { aboutWords, endWords, settingRows } from './page-words';
import { createPageWriter } from './page-writer';
import { readPage } from './read-page';

const SEEDS = 2 ** 32;
/** Near enough to the end to be following it. */
const FOLLOWS_WITHIN = 40;

function chosen({ prompt, temperature, bytes, seed }: PageElements, before: SamplingOptions): SamplingOptions {
  return {
    ...before,
    prompt: prompt.value,
    temperature: temperature.valueAsNumber,
    bytes: bytes.valueAsNumber,
    seed: seed.valueAsNumber,
  };
}

function fill(parts: PageElements, options: SamplingOptions): void {
  parts.prompt.value = options.prompt;
  parts.temperature.value = String(options.temperature);
  parts.bytes.value = String(Math.min(Math.max(options.bytes, 1), Number(parts.bytes.max)));
  parts.seed.value = String(options.seed);
}

function showSettings({ settings }: PageElements, rows: [string, string][]): void {
  for (const [name, value] of rows) {
    const [term, meaning] = [document.createElement('dt'), document.createElement('dd')];
    term.textContent = name;
    meaning.textContent = value;
    settings.append(term, meaning);
  }
}

/** Keeps the end in view while it was there. */
function following(change: () => void): void {
  const page = document.documentElement;
  const isAtEnd = page.scrollHeight - page.scrollTop - page.clientHeight < FOLLOWS_WITHIN;
  const wasLong = page.scrollHeight > page.clientHeight;
  change();
  if (isAtEnd && wasLong) page.scrollTop = page.scrollHeight;
}

/** A text as it comes: what was given, then what was made. */
function createShownText({ text }: PageElements, encoding: string) {
  const decoder = textDecoder(encoding);
  const made = document.createTextNode('');
  return {
    begin(prompt: string): void {
      const given = document.createElement('span');
      given.className = 'given';
      given.textContent = prompt;
      decoder.decode();
      made.data = '';
      text.replaceChildren(given, made);
    },
    add: (bytes: Uint8Array) => following(() => made.appendData(decoder.decode(bytes, { stream: true }))),
    all: () => text.textContent ?? '',
  };
}

async function start(parts: PageElements): Promise<void> {
  const { said } = parts;
  const { facts, weights, characters } = await readPage(blockText);
  parts.name.textContent = facts.name;
  parts.about.textContent = aboutWords(facts);
  fill(parts, facts.options);
  const kernels = await choosePageKernels(facts.kernels, blockText);
  if (!kernels) {
    said.textContent = 'This browser is too old to write here. Open the page in one from 2023 or later.';
    return;
  }
  showSettings(parts, settingRows(facts, kernels.set));
  const encoding = pageEncoding(facts.encoding, characters);
  const shown = createShownText(parts, facts.encoding);
  let [startedMs, bytes] = [0, 0];
  const writer = createPageWriter(networkStreamOver(kernels.bring, weights), encoding, facts.hiddenSize, {
    onbytes(more) {
      bytes += more.length;
      shown.add(more);
    },
    onend(sentence) {
      said.textContent = endWords(bytes, (performance.now() - startedMs) / 1000, sentence);
      showState();
    },
  });
  const showState = (): void => {
    const { isWriting } = writer;
    parts.stop.hidden = !isWriting;
    parts.generate.hidden = isWriting;
    parts.generate.disabled = false;
    parts.more.disabled = !writer.canContinue;
    parts.copy.disabled = shown.all() === '';
  };
  const begin = (write: (options: SamplingOptions) => void): void => {
    [startedMs, bytes] = [performance.now(), 0];
    try {
      write(chosen(parts, facts.options));
      said.textContent = 'Generating…';
    } catch (error) {
      said.textContent = error instanceof Error ? error.message : String(error);
    }
    showState();
  };
  let isFirst = true;
  parts.form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (writer.isWriting) return;
    // What the page was exported with comes first.
    if (!isFirst && !parts.same.checked) parts.seed.value = String(Math.floor(Math.random() * SEEDS));
    isFirst = false;
    shown.begin(parts.prompt.value);
    begin((options) => writer.write(options));
  });
  parts.seed.addEventListener('input', () => (parts.same.checked = true));
  parts.stop.addEventListener('click', () => writer.stop());
  parts.more.addEventListener('click', () => {
    if (parts.form.reportValidity()) begin((options) => writer.goOn(options));
  });
  parts.copy.addEventListener('click', () => {
    navigator.clipboard.writeText(shown.all()).then(
      () => (said.textContent = 'Copied.'),
      () => (said.textContent = 'The browser did not allow copying. Select the text and copy it.'),
    );
  });
  said.textContent = 'Ready.';
  showState();
}

const elements = pageParts();
start(elements).catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error);
  elements.said.textContent = `This page cannot be used: ${reason} Export it again.`;
});
