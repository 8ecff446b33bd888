// Brings whatever the parts of `npm test` need before the first of them runs. What the user has to bring is said here, in one
// line, with what is left out without it.
import {
  ensureArmEmulator,
  ensureCompiler,
  ensureDebianLibraries,
  ensureFaketime,
  ensureTorch,
  whatToInstall,
  missingLibraries,
} from './debian-libraries.mjs';
import { findElectron } from './electron.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ensurePackaged } from './ensure-packaged.mjs';
import { packageForTests } from './packaging/package-for-tests.mjs';
import { PINNED_NODE_VERSION, isNodePinnable, pinnedNode } from './pinned-node.mjs';
import { scriptElectron } from './script-electron.mjs';
import { seconds } from './test-report.mjs';
import { orOffline, unavailable } from './unavailable.mjs';
import { openDisplay } from './virtual-display.mjs';

async function electronThatStarts(say) {
  const electron = await orOffline('Electron', () => findElectron(say));
  const missing = await missingLibraries(electron.executable);
  if (missing.length === 0) return electron;
  throw unavailable(`Electron lacks libraries (${missing.join(', ')}); ${await whatToInstall(true)}`);
}

async function displayThatOpens() {
  try {
    (await openDisplay())?.close();
  } catch (error) {
    throw unavailable(`${error.message} ${await whatToInstall(true)}`);
  }
}

/** `provide` is given what was provided before and a way to say a line; what it resolves to is provided under its name. What is made here takes nothing from outside. */
export const NEEDS = {
  dependencies: { title: 'the dependencies install', after: [], provide: () => ensureInstalled() },
  libraries: {
    title: 'the libraries of Electron are here',
    after: [],
    provide: (_, { say }) => ensureDebianLibraries(say),
  },
  emulator: {
    title: '64-bit ARM is emulated',
    after: [],
    provide: (_, { say }) => ensureArmEmulator(say),
  },
  clocks: {
    title: 'the clock of a program can be set',
    after: [],
    provide: (_, { say }) => ensureFaketime(say),
  },
  torch: {
    title: 'PyTorch is here',
    after: [],
    provide: (_, { say }) => ensureTorch(say),
  },
  compiler: {
    title: 'a C++ compiler is here, or WebAssembly does',
    after: [],
    provide: (_, { say }) => ensureCompiler(say),
  },
  build: {
    isMadeHere: true,
    title: 'the application builds',
    after: ['dependencies', 'compiler'],
    provide: (_, { products }) => ensureBuilt(undefined, products),
  },
  electron: {
    title: 'Electron starts',
    after: ['dependencies', 'libraries'],
    provide: (_, { say }) => electronThatStarts(say),
  },
  scriptElectron: {
    title: 'Electron runs a script',
    after: ['electron'],
    provide: ({ electron }) => scriptElectron(electron),
  },
  display: { title: 'a display opens', after: ['libraries'], provide: displayThatOpens },
  pinnedNode: {
    title: `Node ${PINNED_NODE_VERSION} is here`,
    after: ['dependencies'],
    provide: () => {
      if (!isNodePinnable()) throw unavailable('its package is for Linux x64');
      return orOffline(`Node ${PINNED_NODE_VERSION}`, pinnedNode);
    },
  },
  production: {
    isMadeHere: true,
    title: 'electron-builder packages the application',
    after: ['build', 'electron'],
    provide: ({ electron }) => ensurePackaged('production', electron),
  },
  deb: {
    isMadeHere: true,
    title: 'the .deb package is made',
    after: ['production'],
    provide: ({ electron, production }) => packageForTests(electron, production),
  },
  test: {
    isMadeHere: true,
    title: 'electron-builder packages the application for tests',
    after: ['build', 'electron'],
    provide: ({ electron }) => ensurePackaged('test', electron),
  },
};

/** Everything that the named needs need, before themselves. */
export function inOrder(names, needs = NEEDS) {
  const ordered = new Set();
  const take = (name) => {
    needs[name].after.forEach(take);
    ordered.add(name);
  };
  names.forEach(take);
  return [...ordered];
}

/**
 * Begins to provide each need once, what is independent side by side. Returns `values` by the needs' names, `settled`, a promise that
 * some of them are here or cannot be, and `reasonAgainst`: why something of these is not here, null where all is.
 */
export function prepare(names, report, options, needs = NEEDS) {
  const values = {};
  const reasons = {};
  const reasonAgainst = (wanted) =>
    inOrder(wanted, needs)
      .map((name) => reasons[name])
      .find(Boolean) ?? null;
  const begun = {};

  async function bring(name) {
    const { title, after, provide } = needs[name];
    await Promise.all(after.map((before) => begun[before]));
    const inherited = reasonAgainst(after);
    if (inherited) {
      reasons[name] = inherited;
      return report.skip(title, inherited);
    }
    const startedMs = Date.now();
    try {
      values[name] = await provide(values, options);
      report.pass(title, seconds(Date.now() - startedMs));
    } catch (error) {
      reasons[name] = error.isUnavailable ? error.message : `it failed that ${title}`;
      if (error.isUnavailable) report.skip(title, error.message);
      else report.fail(title, error);
    }
  }

  for (const name of inOrder(names, needs)) begun[name] = bring(name);
  const settled = (wanted) => Promise.all(inOrder(wanted, needs).map((name) => begun[name]));
  return { values, reasonAgainst, settled };
}

/** The same, once all of it is here or cannot be. */
export async function prepareFully(names, report, options) {
  const prepared = prepare(names, report, options);
  await prepared.settled(names);
  return prepared;
}
