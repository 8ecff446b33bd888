// Starts what trains a run, as the terminal and as the engine of the window, so that a test can kill it at any instant.
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { dirname, basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HostCommand, HostEvent } from '../../src-engine/protocol/host-messages';
import type { EngineCommand, EngineEvent } from '../../src-engine/protocol/messages';

const built = (name: string) => fileURLToPath(new URL(`../../out/main/${name}`, import.meta.url));
const PORTS = fileURLToPath(new URL('engine-ports.mjs', import.meta.url));

export interface Trainer {
  /** Resolves when it has told so many more points of the curve, or has ended. */
  tells(points: number): Promise<void>;
  /** Resolves when the run is finished, or the process has ended; with what it complained of. */
  finished: Promise<string>;
  /** With SIGKILL; resolves when nothing of it runs any more. */
  kill(random: () => number): Promise<void>;
}

/** As the trainers that are one process are killed. */
const killed = (child: ChildProcess, finished: Promise<string>) => async () => {
  child.kill('SIGKILL');
  await finished;
};

/** Counts what is told, and wakes who waits for it. */
export function counter(child: ChildProcess) {
  let told = 0;
  let wake: () => void = () => undefined;
  child.once('exit', () => {
    told = Infinity;
    wake();
  });
  return {
    add(points: number) {
      told += points;
      wake();
    },
    reaches: (wanted: number) =>
      new Promise<void>((resolve) => {
        wake = () => (told >= wanted ? resolve() : undefined);
        wake();
      }),
  };
}

export function trainInTerminal(words: string[]): Trainer {
  const child = spawn(process.execPath, [...process.execArgv, built('terminal-main.js'), ...words]);
  const points = counter(child);
  let complaint = '';
  child.stdout.on('data', (piece: Buffer) => points.add(piece.toString().split('"kind":"progress"').length - 1));
  child.stderr.on('data', (piece: Buffer) => (complaint += piece.toString()));
  const finished = once(child, 'close').then(() => complaint);
  return { tells: points.reaches, finished, kill: killed(child, finished) };
}

interface Told {
  data: HostEvent | EngineEvent;
}

/** Resumes the run in the engine. */
export function trainInEngine(run: string): Trainer {
  const child = fork(
    built('engine-main.js'),
    ['--runs', dirname(run), '--models', `${dirname(run)}-models`, '--list', `${run}-list.json`],
    {
      execArgv: [...process.execArgv, '--import', PORTS],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  );
  const points = counter(child);
  const send = (message: { to: 'host'; data: HostCommand } | { to: 'page'; data: EngineCommand }) => {
    if (child.connected) child.send(message, () => undefined);
  };
  const id = basename(run);
  const finished = new Promise<string>((resolve) => {
    let complaint = '';
    const settle = () => {
      child.kill('SIGKILL');
      resolve(complaint);
    };
    child.stderr?.on('data', (piece: Buffer) => (complaint += piece.toString()));
    child.once('close', settle);
    send({ to: 'host', data: { kind: 'attach-page' } });
    send({ to: 'page', data: { kind: 'resume-run', run: id } });
    child.on('message', ({ data }: Told) => {
      if (data.kind === 'metrics') points.add(data.points.length);
      if (data.kind === 'failed' || data.kind === 'text-lost') complaint += data.sentence;
      const isOver = data.kind === 'run-changed' && ['finished', 'failed'].includes(data.run.state);
      if (isOver || data.kind === 'failed') settle();
    });
  });
  return { tells: points.reaches, finished, kill: killed(child, finished) };
}
