// Fuzzes what the page sends to the engine: a message is refused, or done, or refused in doing, and nothing is written outside.
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, onTestFinished, test } from 'vitest';
import { commandHandlers, doCommand, type EngineParts } from '../../src-engine/commands/command-handlers';
import { settingsFrom } from '../../src-engine/commands/start-runs';
import { DocumentDesk } from '../../src-engine/commands/document-desk';
import { createDocumentReader } from '../../src-engine/documents/document-reader';
import { KeptTexts } from '../../src-engine/documents/kept-texts';
import { HandoverDesk } from '../../src-engine/commands/handover-desk';
import { TextDesk } from '../../src-engine/commands/text-desk';
import { Drafts } from '../../src-engine/drafts/drafts';
import { defaultSettings } from '../../src-engine/hyperparameters';
import { initialWeights } from '../../src-engine/model/initialise';
import { encodeModel } from '../../src-engine/model/model-file';
import { Networks } from '../../src-engine/networks/networks';
import { StoredModels } from '../../src-engine/networks/stored-models';
import { isProblem, problem } from '../../src-engine/problem';
import { engineCommand, engineEvent, type EngineCommand, type EngineEvent } from '../../src-engine/protocol/messages';
import { DEFAULT_SAMPLING } from '../../src-engine/protocol/writing';
import { createRun } from '../../src-engine/runs/open-run';
import { RunImports } from '../../src-engine/runs/run-imports';
import { RunManager } from '../../src-engine/runs/run-manager';
import type { Sampler } from '../../src-engine/sampling/sampler';
import { BUILT, FILES, exampleText, smallSettings, temporaryFolder } from '../engine/built-engine';
import { CASES, eachCase, expectSentence, orRefused } from './fuzz-cases';
import { mutatedJson } from './mutate';

const RUN = 'run-1';
const settings = { ...defaultSettings() };
const network = { run: RUN, update: null };
const draft = { run: RUN, draft: 'draft-1' };

/** One of each kind, as the page sends them. */
const COMMANDS: Record<EngineCommand['kind'], Record<string, unknown>> = {
  'tell-tuning': {},
  'estimate-cost': { token: 'text', settings },
  'find-learning-rate': { token: 'text', settings },
  'stop-finding-learning-rate': {},
  'start-search': {
    token: 'text',
    name: 'search',
    settings,
    encoding: 'utf-8',
    plan: { ranges: [{ name: 'learningRate', least: 0.001, most: 0.1 }], minutes: 1, candidates: 4, seed: 1 },
  },
  'cancel-search': {},
  'summarise-text': { token: 'text', reading: { isAsIs: false, leaveOut: ['0/1'] } },
  'stop-extracting': { token: 'text' },
  'stop-counting': { token: 'text' },
  'preview-text': { token: 'text', encoding: 'utf-16le' },
  'convert-text': { token: 'text', encoding: 'windows-1252', target: 'target' },
  'stop-converting': { target: 'target' },
  'start-run': {
    token: 'text',
    name: 'run',
    settings,
    encoding: 'utf-8',
    isQueued: false,
    model: null,
    keepsOptimiser: false,
  },
  'list-models': {},
  'open-model': { token: 'model' },
  'remove-model': { model: `model-${'0'.repeat(24)}` },
  'list-runs': { first: RUN },
  'rename-run': { run: RUN, name: 'another' },
  'colour-run': { run: RUN, colour: 3 },
  'archive-run': { run: RUN, isArchived: true },
  'queue-run': { run: RUN },
  'unqueue-run': { run: RUN },
  'move-in-queue': { run: RUN, place: 1 },
  'skip-validation': { run: RUN },
  'train-longer': { run: RUN, length: 10, lengthUnit: 'updates', isQueued: false },
  'branch-run': { run: RUN, update: 10 },
  'import-run': { token: 'run' },
  'stop-importing': { token: 'run' },
  'hand-over': {
    run: RUN,
    token: 'folder',
    options: { copiesText: true, hiddenSize: 4, lanes: 2, fromScratch: false, length: 10, lengthUnit: 'updates' },
  },
  'stop-handing-over': { token: 'folder' },
  'locate-text': { run: RUN, token: 'text' },
  'accept-text': { run: RUN },
  'open-run': { run: RUN },
  'pause-run': { run: RUN },
  'resume-run': { run: RUN },
  'stop-run': { run: RUN },
  'change-setting': { run: RUN, name: 'learningRate', value: 0.01 },
  'read-curve': { request: 'q', run: RUN, from: 0, to: 10, by: 'update' },
  'list-checkpoints': { run: RUN },
  'note-checkpoint': { run: RUN, update: 4, note: 'good' },
  'go-back': { run: RUN, update: 4, learningRate: null },
  'list-drafts': { run: RUN },
  'keep-writing': { run: RUN, options: DEFAULT_SAMPLING },
  'prepare-writing': { run: RUN, network, prompt: 'x' },
  'write-draft': { ...draft, network, options: DEFAULT_SAMPLING },
  'continue-draft': { ...draft, network, options: DEFAULT_SAMPLING },
  'branch-draft': { ...draft, parent: 'draft-0', at: 3, bytes: [65] },
  'stop-draft': draft,
  'open-draft': draft,
  'read-draft': { ...draft, from: 0, bytes: 100, request: 1 },
  'find-alternatives': { ...draft, at: 2 },
  'find-text': { ...draft, text: 'x', isPattern: false },
  'mark-draft': { ...draft, favourite: true },
  'remove-draft': draft,
  'restore-draft': draft,
  'check-copies': { ...draft, least: 20, token: null },
  'stop-checking-copies': draft,
  'score-text': { request: 'q', network, text: { kind: 'typed', text: 'abc' } },
  'stop-scoring': { request: 'q' },
  'read-inside': { request: 'q', network, text: { kind: 'corpus', offset: 1e9 }, flowSteps: 3 },
  'show-weights': { request: 'q', network },
  'work-through': { request: 'q', network, bytes: new Uint8Array([1, 2, 3]), position: 0, truncation: 2 },
};

/** What starts threads: these commands are validated, and their settings looked at, and no more. */
const BEGIN_TRAINING = new Set<string>(['start-run', 'start-search', 'find-learning-rate', 'estimate-cost', 'queue-run', 'resume-run', 'go-back', 'tell-tuning', 'stop-finding-learning-rate', 'cancel-search']); // prettier-ignore

async function fuzzedEngine() {
  const home = await temporaryFolder();
  const text = join(home, 'text.txt');
  await writeFile(text, exampleText(2000));
  await writeFile(join(home, 'net.safetensors'), encodeModel(initialWeights(3, 1, 'uniform')));
  await mkdir(join(home, 'targets'));
  const runsPath = join(home, 'runs');
  const small = smallSettings({ hiddenSize: 3, lanes: 2, truncation: 3, length: 4, threads: 1 });
  const made = await createRun(FILES, { folder: join(runsPath, RUN), name: 'run', paths: [text], settings: small }, {});
  await made.train();
  await made.close();
  await cp(join(runsPath, RUN), join(home, 'pristine'), { recursive: true });

  const told: EngineEvent[] = [];
  const emit = (event: EngineEvent) => void told.push(event);
  const never = () => Promise.reject(problem('The sampler is not running. Try again.'));
  const broken = new Proxy({}, { get: () => never });
  const runs = new RunManager({ files: FILES, runsPath, emit, writeSample: never });
  onTestFinished(() => runs.shutDown().catch(() => undefined));
  const models = new StoredModels(join(home, 'models'));
  const networks = new Networks(runs, models);
  const places = new Map(
    Object.entries({
      text: [text],
      model: [join(home, 'net.safetensors')],
      run: [join(home, 'pristine')],
      target: [join(home, 'targets', 'copy.txt')],
      folder: [join(home, 'targets', 'handover')],
    }),
  );
  const pathsOf = (token: string) =>
    Promise.resolve(places.get(token)).then(
      (paths) => paths ?? Promise.reject(problem('That text is no longer available. Choose it again.')),
    );
  const reader = createDocumentReader(new URL('main/document-worker-main.js', BUILT));
  onTestFinished(() => reader.close());
  const kept = new KeptTexts(join(home, 'texts'));
  const documents = new DocumentDesk({ emit, pathsOf, reader, kept, cmapsFolder: new URL('cmaps/', BUILT) });
  const sampler: Sampler = {
    begin: () => undefined,
    write: (_request, _order, listener) => listener.onEnd('The sampler is not running. Try again.'),
    prepare: () => undefined,
    alternatives: never,
    score: never,
    stop: () => undefined,
    close: () => Promise.resolve(),
  };
  const drafts = new Drafts({
    folderOf: (run) => networks.draftsPath(run),
    network: async ({ run, update }) => ({ ...(await networks.find(run, update)), update: update ?? 0 }),
    encodingOf: (run) => networks.encodingOf(run),
    sampler,
    emit,
  });
  const parts = {
    runs, drafts, networks, models, emit, pathsOf, textPathsOf: documents.pathsOf,
    inspector: broken, tuning: broken, copies: broken, scores: broken,
    texts: new TextDesk({ emit, pathsOf, documents }),
    handovers: new HandoverDesk({ assets: new URL('../../out/handover/', import.meta.url), emit, pathsOf, folderOf: (run) => runs.shelf.folderOf(run) }),
    imports: new RunImports({ runsPath, emit, welcome: (id) => runs.shelf.tell(id) }),
  } as unknown as EngineParts; // prettier-ignore
  const makeWhole = async () => {
    // A draft that is being written may come in between.
    await rm(runsPath, { recursive: true, force: true, maxRetries: 20 });
    await cp(join(home, 'pristine'), join(runsPath, RUN), { recursive: true });
  };
  return { home, told, handlers: commandHandlers(parts), emit, makeWhole };
}

/** Of every file outside the folders that the engine may write to. */
async function fingerprintOutside(home: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(home, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  for (const path of paths
    .filter((name) => !/[\\/](runs|models|targets|texts)[\\/]/.test(name.slice(home.length)))
    .sort()) {
    hash.update(path).update(await readFile(path));
  }
  return hash.digest('hex');
}

test('any message to the engine is refused with a sentence or does what it says, within its folders', async () => {
  const { home, told, handlers, emit, makeWhole } = await fuzzedEngine();
  const before = await fingerprintOutside(home);
  let done = 0;
  await eachCase(0.06, async (chance, what) => {
    const kind = chance.pick(Object.keys(COMMANDS));
    const sent = { kind, ...COMMANDS[kind as EngineCommand['kind']] };
    const message = chance.onceIn(20) ? sent : mutatedJson(chance, sent);
    const command = v.safeParse(engineCommand, message);
    if (!command.success) return;
    if ('settings' in command.output) {
      const { settings: odd } = command.output;
      await orRefused(() => settingsFrom(odd), what);
    }
    if (BEGIN_TRAINING.has(command.output.kind)) return;
    if (++done % 200 === 0) await makeWhole();
    told.length = 0;
    await doCommand(handlers, command.output, emit);
    for (const event of told) {
      expect(v.safeParse(engineEvent, event).issues?.[0]?.message, `${what}, ${event.kind}`).toBeUndefined();
      if ('sentence' in event && event.sentence)
        expectSentence(event.sentence, `${what}, ${JSON.stringify(message).slice(0, 300)}`);
    }
  });
  expect(done).toBeGreaterThan(CASES / 200);
  expect(await fingerprintOutside(home)).toBe(before);
});

test('what may be wrong with settings is said before anything is begun with them', async () => {
  await eachCase(0.03, async (chance, what) => {
    const odd = mutatedJson(chance, settings);
    try {
      settingsFrom(odd as Record<string, number | string>);
    } catch (error) {
      if (!isProblem(error)) throw error;
      expectSentence(error.message, what);
    }
    await Promise.resolve();
  });
});
