// Which way imports go: the table of the design, and what breaks it.

export interface Import {
  from: string;
  /** A file of the project, or a package as the import names it. */
  to: string;
  onlyTypes: boolean;
  /** `export … from`. */
  passesOn: boolean;
}

/** What everyone may import: the engine's messages, its settings, errors as sentences, doing a thing now and then, and freeing memory. */
const LEAVES = [
  'src-engine/protocol/',
  'src-engine/settings/',
  'src-engine/hyperparameters.ts',
  'src-engine/problem.ts',
  'src-engine/throttle.ts',
  'src-engine/unused-memory.ts',
];

const ENGINE_PARTS = [
  'files',
  'kernels',
  'model',
  'optimiser',
  'workers',
  'corpus',
  'documents',
  'run-files',
  'training',
  'runs',
  'tuning',
  'networks',
  'sampling',
  'drafts',
  'copies',
  'inspection',
  'handover',
  'pages',
] as const;
type EnginePart = (typeof ENGINE_PARTS)[number];
type Zone =
  | EnginePart
  | 'leaf'
  | 'engine entry'
  | 'terminal'
  | 'main'
  | 'entry'
  | 'development'
  | 'page'
  | 'exported page';

const NUMBERS = ['workers', 'optimiser', 'model', 'kernels'] as const;

/** Beside itself and the leaves, what each may import. */
const MAY_IMPORT: Record<Zone, readonly Zone[]> = {
  leaf: [],
  files: [],
  kernels: [],
  model: ['kernels', 'files'],
  optimiser: ['model', 'kernels'],
  workers: ['optimiser', 'model', 'kernels'],
  corpus: ['files'],
  documents: ['corpus', 'files'],
  'run-files': ['corpus', 'files', 'model', 'kernels'],
  training: ['run-files', 'corpus', ...NUMBERS],
  runs: ['training', 'run-files', 'corpus', 'files', ...NUMBERS],
  tuning: ['runs', 'training', 'run-files', 'corpus', ...NUMBERS],
  networks: ['runs', 'run-files', 'model', 'kernels', 'files'],
  sampling: ['model', 'kernels'],
  pages: ['sampling', 'model', 'kernels'],
  drafts: ['sampling', 'model', 'kernels', 'files'],
  copies: ['corpus', 'files'],
  inspection: ['sampling', 'model', 'kernels'],
  handover: ['runs', 'training', 'run-files', 'corpus', 'files', 'model'],
  'engine entry': ENGINE_PARTS,
  terminal: ['engine entry', ...ENGINE_PARTS],
  main: [],
  entry: ['main', 'terminal'],
  development: ['main'],
  page: [],
  'exported page': ['pages', 'sampling', 'model', 'kernels'],
};

/** The packages that the engine is made with: none of them draws, and none needs Electron. */
const ENGINE_PACKAGES = [
  /^node:/,
  /^valibot$/,
  /^write-file-atomic$/,
  /^chardet$/,
  /^iconv-lite$/,
  /^htmlparser2$/,
  /^yauzl$/,
  /^pdfjs-dist\//,
];
const ENGINE_ZONES: readonly Zone[] = ['leaf', 'engine entry', ...ENGINE_PARTS];

function zoneOf(file: string): Zone | null {
  if (LEAVES.some((leaf) => file.startsWith(leaf))) return 'leaf';
  const [top, next] = file.split('/');
  if (top === 'src-renderer') return 'page';
  if (top === 'src-web-page') return 'exported page';
  if (file.startsWith('src-main/development/')) return 'development';
  // Installed, one program is both.
  if (file === 'src-main/main.ts') return 'entry';
  if (top === 'src-main') return next === 'terminal' ? 'terminal' : 'main';
  if (top !== 'src-engine') return null;
  return ENGINE_PARTS.find((part) => part === next) ?? 'engine entry';
}

function packageFault(from: Zone, name: string): string | null {
  if (ENGINE_ZONES.includes(from)) {
    return ENGINE_PACKAGES.some((allowed) => allowed.test(name)) ? null : 'the engine does without this package';
  }
  if (from === 'exported page') return 'an exported page brings no package';
  if (from === 'page' && /^(node:|electron)/.test(name)) return 'the page has neither Node nor Electron';
  if (from === 'terminal' && name.startsWith('electron')) return 'the terminal host runs without Electron';
  return null;
}

function fault({ from, to, onlyTypes, passesOn }: Import): string | null {
  const source = zoneOf(from);
  const target = zoneOf(to);
  if (source === null) return 'it is in no part of the project';
  if (passesOn) return 'it passes on what another file holds (a barrel)';
  if (target === null) return packageFault(source, to);
  if (target === source || target === 'leaf' || MAY_IMPORT[source].includes(target)) return null;
  if (source === 'page' && target === 'main')
    return onlyTypes ? null : 'the page may know only types of the main process';
  return `${source} may not import ${target}`;
}

/** One sentence an import that goes the wrong way. */
export function brokenArrows(imports: readonly Import[]): string[] {
  return imports.flatMap((each) => {
    const reason = fault(each);
    return reason === null ? [] : [`${each.from} imports ${each.to}: ${reason}.`];
  });
}

/** Every cycle that a walk in depth comes upon, as the files it passes. */
export function cyclesAmong(imports: readonly Import[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to]);
  const cycles: string[][] = [];
  const done = new Set<string>();
  const walk = (file: string, path: string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) cycles.push([...path.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    for (const target of targets.get(file) ?? []) walk(target, [...path, file]);
    done.add(file);
  };
  for (const file of targets.keys()) walk(file, []);
  return cycles;
}
