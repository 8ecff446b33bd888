// What `unroll bench` prints, as rows, by the Node that figures are made with; and tables of them.
import { join } from 'node:path';
import { isNodePinnable, pinnedNode } from './pinned-node.mjs';
import { ROOT } from './project.mjs';
import { runQuietly } from './run.mjs';
import { flagsForKernels } from './terminal-host.mjs';

/** The Node that the tests bring, so that figures do not depend on what is installed; where it cannot be had, this one. */
export async function ourNode() {
  return isNodePinnable() ? pinnedNode().catch(() => process.execPath) : process.execPath;
}

export async function ourRows(node, words = []) {
  const program = join(ROOT, 'out', 'main', 'terminal-main.js');
  const flags = node === process.execPath ? flagsForKernels() : [];
  const output = await runQuietly(node, [...flags, program, 'bench', '--json', ...words]);
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

export const table = (head, rows) =>
  [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
