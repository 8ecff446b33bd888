// The utility process: takes commands from the window's port and from the main process, validates them, and has the engine do them.
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { commandHandlers, doCommand, type CommandHandlers, type EngineParts } from './commands/command-handlers';
import { builtFiles } from './engine-files';
import { createDocumentReader } from './documents/document-reader';
import { KeptTexts } from './documents/kept-texts';
import { DocumentDesk } from './commands/document-desk';
import { HandoverDesk } from './commands/handover-desk';
import { Drafts } from './drafts/drafts';
import { readKeptWriting } from './drafts/kept-writing';
import { openInspector } from './inspection/inspector';
import { vectorsOf } from './kernels/kernel-files';
import { VECTORS_LABEL } from './kernels/vectors';
import { StoredModels } from './networks/stored-models';
import { Networks } from './networks/networks';
import { createOfferedPaths, type OfferedPaths } from './commands/offered-paths';
import { sentenceOf } from './problem';
import { hostCommand, type HostCommand, type HostEvent } from './protocol/host-messages';
import { engineCommand, type EngineEvent, type RunSummary } from './protocol/messages';
import { sampleWriter } from './sampling/sample-writer';
import { openSampler } from './sampling/sampler';
import { ExportDesk } from './commands/export-desk';
import { CopyDesk } from './commands/copy-desk';
import { ScoreDesk } from './commands/score-desk';
import { TextDesk } from './commands/text-desk';
import { openComputer, type Computer } from './training/computer';
import { ListMemory } from './runs/list-memory';
import { RunImports } from './runs/run-imports';
import { RunManager } from './runs/run-manager';
import { Tuning } from './tuning/tuning';
import { freeUnusedMemoryNowAndThen } from './unused-memory';

/** The parts of Electron's ports that are used here; the engine does not import Electron. */
interface Port {
  on(event: 'message', listener: (message: { data: unknown; ports: Port[] }) => void): void;
  on(event: 'close', listener: () => void): void;
  postMessage(message: unknown): void;
  start(): void;
}

interface Engine extends EngineParts, OfferedPaths {
  handlers: CommandHandlers;
  computer: Computer;
  attach(page: Port): void;
  kept: KeptTexts;
  exports: ExportDesk;
  list: ListMemory;
}

/** The host shows a run's progress also where no window is open. */
function newsOf(run: RunSummary): HostEvent {
  const { id, name, state, sentence, update, totalUpdates, bestValidationBitsPerByte } = run;
  const share = totalUpdates > 0 ? Math.min(1, update / totalUpdates) : 0;
  return { kind: 'run-news', run: id, name, state, sentence, share, bestValidationBitsPerByte };
}

interface EnginePaths {
  runs: string;
  models: string;
  texts: string;
  list: string;
}

function createEngine(paths: EnginePaths, tellHost: (event: HostEvent) => void): Engine {
  const files = builtFiles(import.meta.url);
  /** Only once something is to be computed: a window that lists runs does without them. */
  const kernels = async () => {
    const [fast, strict] = await Promise.all([files.kernels('fast'), files.kernels('strict')]);
    tellHost({ kind: 'vectors', label: VECTORS_LABEL[vectorsOf(fast)] });
    return { fast, strict };
  };
  const sampler = openSampler(kernels, files.samplerWorker);
  const inspector = openInspector(async () => (await kernels()).fast, files.inspectorWorker);
  const models = new StoredModels(paths.models);
  const offered = createOfferedPaths();
  let page: Port | null = null;
  const list = new ListMemory(paths.list);
  const emit = (event: EngineEvent) => {
    page?.postMessage(event);
    list.hear(event);
    if (event.kind === 'run-changed') tellHost(newsOf(event.run));
  };
  const computer = openComputer(emit);
  const runs = new RunManager({
    files,
    runsPath: paths.runs,
    emit,
    writeSample: sampleWriter(sampler, (run) => readKeptWriting(runs.shelf.draftsPath(run))),
    threadOptionsFor: (settings) => computer.threadOptionsFor(settings),
  });
  const networks = new Networks(runs, models);
  const drafts = new Drafts({
    folderOf: (run) => networks.draftsPath(run),
    network: async ({ run, update }) => {
      const network = await networks.find(run, update);
      return { ...network, update: network.update ?? 0 };
    },
    encodingOf: (id) => networks.encodingOf(id),
    sampler,
    emit,
  });
  const kept = new KeptTexts(paths.texts);
  const { pathsOf } = offered;
  const reader = createDocumentReader(files.documentWorker);
  const documents = new DocumentDesk({ emit, pathsOf, reader, kept, cmapsFolder: files.cmapsFolder });
  const parts: EngineParts = {
    runs,
    drafts,
    tuning: new Tuning({ files, runs, computer, emit }),
    inspector,
    models,
    networks,
    prepareToWrite: () => sampler.begin(),
    emit,
    pathsOf,
    textPathsOf: documents.pathsOf,
    imports: new RunImports({ runsPath: paths.runs, emit, welcome: (id) => runs.tell(id) }),
    handovers: new HandoverDesk({
      assets: files.handoverFolder,
      emit,
      pathsOf,
      folderOf: (run) => runs.shelf.folderOf(run),
    }),
    texts: new TextDesk({ emit, pathsOf, documents }),
    scores: new ScoreDesk({ drafts, networks, sampler, emit, pathsOf: documents.pathsOf }),
    copies: new CopyDesk({ workerFile: files.copiesWorker, drafts, networks, emit, pathsOf: documents.pathsOf }),
  };
  // Beside everything else, and again at the next start where it fails.
  void kept.clean(() => runs.shelf.textPaths()).catch(() => undefined);
  return {
    ...parts,
    ...offered,
    handlers: commandHandlers(parts),
    computer,
    kept,
    list,
    exports: new ExportDesk({ networks, drafts, files }),
    attach(port) {
      page = port;
      port.on('close', () => {
        if (page === port) page = null;
      });
    },
  };
}

/** Commands of a page, in the order in which they come; those outside the protocol are answered with an error. */
function listenTo(engine: Engine, page: Port): void {
  engine.attach(page);
  page.on('message', ({ data }) => {
    const command = v.safeParse(engineCommand, data);
    if (command.success && command.output.kind === 'open-run') engine.list.opened = command.output.run;
    if (command.success) void doCommand(engine.handlers, command.output, engine.emit);
    else
      engine.emit({
        kind: 'failed',
        command: 'unknown',
        sentence: `The window sent a message the engine does not know: ${command.issues[0].message}.`,
      });
  });
  page.start();
}

/** How an export ended goes back as an answer. */
async function exporting(
  request: string,
  answer: (event: HostEvent) => void,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
    answer({ kind: 'exported', request, sentence: null });
  } catch (error) {
    answer({ kind: 'exported', request, sentence: sentenceOf(error) });
  }
}

async function obeyHost(
  engine: Engine,
  command: HostCommand,
  ports: Port[],
  answer: (event: HostEvent) => void,
): Promise<void> {
  switch (command.kind) {
    case 'attach-page':
      if (ports[0]) listenTo(engine, ports[0]);
      return;
    case 'offer-text':
      engine.offer(command.token, command.paths);
      return;
    case 'power':
      engine.computer.setPower(command.isOnBattery);
      return;
    case 'release-run': {
      const { request, run } = command;
      const sentence = await engine.runs.release(run).then(() => null, sentenceOf);
      if (sentence === null) engine.list.forget(run);
      answer({ kind: 'released', request, sentence });
      return;
    }
    case 'keep-text': {
      const { request, bytes, name } = command;
      const kept = (path: string | null, sentence: string | null) => answer({ kind: 'kept', request, path, sentence });
      return engine.kept.keepBytes(bytes, name).then(
        (path) => kept(path, null),
        (error: unknown) => kept(null, sentenceOf(error)),
      );
    }
    case 'export-model':
      return exporting(command.request, answer, () =>
        engine.exports.network(command.run, command.update, command.path),
      );
    case 'export-draft':
      return exporting(command.request, answer, () =>
        engine.exports.draft({ run: command.run, draft: command.draft }, command.format, command.path),
      );
    case 'shut-down':
      try {
        await Promise.all([engine.drafts.shutDown(), engine.runs.shutDown()]);
        await engine.list.keep();
      } finally {
        answer({ kind: 'down' });
      }
  }
}

freeUnusedMemoryNowAndThen();
const host = (process as unknown as { parentPort: Port }).parentPort;
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: 'runs' },
    models: { type: 'string', default: 'models' },
    texts: { type: 'string', default: 'texts' },
    list: { type: 'string', default: 'list.json' },
  },
  strict: false,
});
const { runs, models, texts, list } = values;
const paths = { runs: String(runs), models: String(models), texts: String(texts), list: String(list) };
const engine = createEngine(paths, (event) => host.postMessage(event));
host.on('message', ({ data, ports }) => {
  void obeyHost(engine, v.parse(hostCommand, data), ports, (event) => host.postMessage(event));
});
