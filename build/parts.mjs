// The parts of `npm test`: what each needs before it runs, and how it runs.
import { availableParallelism } from 'node:os';
import { productsFor } from './choose-tests.mjs';
import { runComponentTests } from './components-part.mjs';
import { runDesktopTests } from './desktop-part.mjs';
import { runOnAllRuntimes } from './runtimes-part.mjs';
import { staticChecks } from './static-checks.mjs';
import { runVitest, skipVitest } from './vitest-part.mjs';

/** A part of vitest's: without what it needs, its tests are named, each with the reason. */
function vitestPart({ name, title, config, needs, wants = [], places = 1, run }) {
  return {
    name,
    title,
    needs,
    wants,
    jobs: ({ values, reasonAgainst, settled }, more, isAlone) => {
      // `list` takes fewer words than `run`: a file or a name, no switches.
      const choice = more.filter((word) => !word.startsWith('--'));
      const runOrSkip = (report) => {
        const reason = reasonAgainst(needs);
        return reason ? skipVitest(report, config, reason, choice) : run(report, values, more, isAlone);
      };
      return [{ name: title, places, ready: settled([...needs, ...wants]), run: runOrSkip }];
    },
  };
}

/** Beside other parts: one more than processors, since some of these tests wait for a program. */
const UNIT_WORKERS = availableParallelism() + 1;

/** The longest first: the others fit in beside it, and before what they need is made. */
export const PARTS = [
  vitestPart({
    name: 'desktop',
    title: 'desktop tests',
    config: 'vitest.desktop.config.ts',
    needs: ['production', 'test', 'display'],
    // Without it the installed program is left out, by name.
    wants: ['deb'],
    places: 2,
    run: (report, values, more) => runDesktopTests(report, values, { more }),
  }),
  vitestPart({
    name: 'unit',
    title: 'unit tests',
    config: 'vitest.config.ts',
    needs: ['build'],
    // Without them the kernels for 64-bit ARM, a clock that jumps and what goes on in PyTorch are left out, by name.
    wants: ['emulator', 'clocks', 'torch'],
    places: 2,
    run: (report, _, more, isAlone) => {
      // Beside windows they have the priority of what trains in these.
      const beside = { more: [`--maxWorkers=${UNIT_WORKERS}`, ...more], givesWay: true };
      return runVitest(report, 'unit', 'vitest.config.ts', isAlone ? { more } : beside);
    },
  }),
  vitestPart({
    name: 'components',
    title: 'component tests',
    config: 'vitest.components.config.ts',
    needs: ['scriptElectron', 'display'],
    run: (report, { scriptElectron }, more) => runComponentTests(report, scriptElectron, { more }),
  }),
  {
    name: 'static',
    title: 'static checks',
    needs: ['dependencies'],
    jobs: () => staticChecks(),
  },
  {
    name: 'runtimes',
    title: 'the same weights on every runtime',
    needs: ['build'],
    // Left out one by one.
    wants: ['electron', 'pinnedNode'],
    jobs: (prepared) => [
      {
        name: 'runtimes',
        ready: prepared.settled(['build', 'electron', 'pinnedNode']),
        run: (report) => runOnAllRuntimes(report, prepared),
      },
    ],
  },
];

const UNIT_PRODUCTS = ['kernels', 'samples', 'cmaps', 'handover', 'web page', 'programs'];

/** What of `out` these parts read: everything, unless only unit tests run; a chosen file may need less, or nothing. */
export function productsOf(parts, chosen) {
  if (parts.some(({ name }) => name === 'desktop')) return undefined;
  const files = chosen?.unit?.filter((word) => word.startsWith('test/'));
  return files ? productsFor(files) : UNIT_PRODUCTS;
}
