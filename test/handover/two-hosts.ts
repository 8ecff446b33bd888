// `npm run test:handover`: two hosts in network namespaces train one run together; the link between them is cut and restored.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { temporaryFolder } from '../engine/built-engine';
import { listCheckpoints } from '../../src-engine/run-files/checkpoints';
import { readRecord, runFolder } from '../../src-engine/run-files/run-folder';
import { DEADLINE_MS } from '../deadline';
import { needs } from '../needs';
import { host, OFTEN, SMALL, variedText } from './handed-over';
import { startTorchrun, type Started } from './pytorch';
import { expectSameRun } from './same-run';

const ip = (...words: string[]) => execFileSync('ip', words);
const ADDRESSES = ['10.77.0.1', '10.77.0.2'] as const;
/** Seconds without an answer after which a process counts as dead. */
const TIMEOUT_SECONDS = 20;

/** Two namespaces, each with a name of its own for its host, joined by one cable; gone after the test. */
function makeHosts() {
  const hosts = ['a', 'b'].map((letter, at) => ({
    name: `host-${letter}`,
    space: `unroll-${letter}-${process.pid}`,
    device: `un${letter}${process.pid}`,
    address: ADDRESSES[at] ?? '',
  }));
  const [a, b] = hosts as [(typeof hosts)[0], (typeof hosts)[0]];
  const names = hosts.map(({ address, name }) => `${address} ${name}\n`).join('');
  onTestFinished(() => {
    for (const { space } of hosts) {
      ip('netns', 'del', space);
      rmSync(join('/etc/netns', space), { recursive: true, force: true });
    }
  });
  for (const { space } of hosts) {
    ip('netns', 'add', space);
    mkdirSync(join('/etc/netns', space), { recursive: true });
    writeFileSync(join('/etc/netns', space, 'hosts'), `127.0.0.1 localhost\n${names}`);
  }
  ip('link', 'add', a.device, 'netns', a.space, 'type', 'veth', 'peer', 'name', b.device, 'netns', b.space);
  for (const { space, device, address } of hosts) {
    ip('-n', space, 'addr', 'add', `${address}/24`, 'dev', device);
    for (const each of ['lo', device]) ip('-n', space, 'link', 'set', each, 'up');
  }
  const setLink = (state: 'up' | 'down') => ip('-n', a.space, 'link', 'set', a.device, state);
  return { hosts, setLink };
}

test('two hosts train one run; a short cut of the link is waited out, after a long one they go on from the last checkpoint', async (context) => {
  needs(context, 'torch');
  needs(context, 'namespaces');
  const folder = await temporaryFolder();
  const [text, stayed, out] = ['text.txt', 'stayed', 'out'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(text, variedText(40_000));
  await host('train', text, ...SMALL, ...OFTEN, '--updates', '800', '--stop-after', '200', '--run', stayed);
  await host('handover', stayed, '--out', out);
  await host('resume', stayed, '--json');

  const { hosts, setLink } = makeHosts();
  const run = join(out, 'run');
  const started: Started[] = hosts.map(({ space, name }) =>
    startTorchrun(1, out, ['--timeout', String(TIMEOUT_SECONDS)], { space, name, first: 'host-a:29400', hosts: 2 }),
  );
  const reached = (update: number) =>
    vi.waitUntil(async () => ((await listCheckpoints(runFolder(run))).at(-1) ?? 0) >= update, {
      timeout: DEADLINE_MS,
      interval: 5,
    });
  const resumptions = () => readFileSync(join(run, 'marks.jsonl'), 'utf8').split('\n').filter(Boolean).length;

  await reached(240);
  setLink('down');
  await wait(TIMEOUT_SECONDS * 300);
  setLink('up');
  await reached(400);
  expect(resumptions()).toBe(1);

  setLink('down');
  const cutAt = (await listCheckpoints(runFolder(run))).at(-1) ?? 0;
  await wait(TIMEOUT_SECONDS * 2500);
  setLink('up');
  // torchrun itself may end otherwise on one of the hosts, where the other has left first.
  await Promise.race([reached(800), Promise.all(started.map(({ ended }) => ended))]);
  const stateNow = async () => (await readRecord(runFolder(run))).state;
  await expect.poll(stateNow).toBe('finished');
  expect(resumptions()).toBeGreaterThan(1);
  expect(cutAt).toBeLessThan(800);
  expectSameRun(run, stayed, 800, 100);
});
