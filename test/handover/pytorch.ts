// Starts a handover's train.py for tests: as often as they ask in one process, or with torchrun.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { HAS_TORCH, PYTHONS } from '../../build/find-torch.mjs';

const DRIVER = fileURLToPath(new URL('drive.py', import.meta.url));
const TRAIN = fileURLToPath(new URL('../../out/handover/train.py', import.meta.url));

/** A Python that has PyTorch and numpy; null where there is none. Nothing is loaded, so that asking is quick. */
export function findPython(): string | null {
  return PYTHONS.find((name) => spawnSync(name, ['-c', HAS_TORCH]).status === 0) ?? null;
}

/** One thread a process: several share the machine's cores. OpenBLAS chooses its kernels itself. */
function environment(): NodeJS.ProcessEnv {
  return { ...process.env, OPENBLAS_CORETYPE: undefined, OMP_NUM_THREADS: '1', PYTHONDONTWRITEBYTECODE: '1' };
}

export interface Started {
  child: ChildProcess;
  ended: Promise<{ code: number | null; said: string }>;
}

export function startProgram(program: string, words: string[], folder?: string): Started {
  const child = spawn(program, words, { cwd: folder, env: environment(), detached: true });
  onTestFinished(() => {
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    } catch {
      // It has ended.
    }
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (said += piece.toString()));
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, said }));
  });
  return { child, ended };
}

const python = () => findPython() ?? 'python3';

/** One of several hosts: its network namespace, its own name, and where they all meet. */
export interface Place {
  space: string;
  name: string;
  first: string;
  hosts: number;
}

/** torchrun with so many processes. PyTorch 1.13 on Python 3.11 needs both redirections to start at all. */
export function startTorchrun(processes: number, folder: string, words: string[], place?: Place): Started {
  const many = ['--nnodes', String(place?.hosts ?? 1), '--nproc_per_node', String(processes), '--max_restarts', '20'];
  const meeting = ['--rdzv_backend', 'c10d', '--rdzv_endpoint', place?.first ?? 'localhost:0', '--rdzv_id', 'test'];
  // The other host is not given up on while a link is cut.
  const patience = 'keep_alive_interval=10,keep_alive_max_attempt=60,read_timeout=900,join_timeout=3600';
  if (place) meeting.push('--rdzv_conf', patience);
  const streams = ['--redirects', '1', '--tee', '1'];
  const all = ['-m', 'torch.distributed.run', ...meeting, ...many, ...streams, 'train.py', ...words];
  if (!place) return startProgram(python(), all, folder);
  const named = ['unshare', '--uts', 'sh', '-c', 'hostname "$1" && shift && exec "$@"', 'sh', place.name];
  return startProgram('ip', ['netns', 'exec', place.space, ...named, python(), ...all], folder);
}

export interface GoldenDifference {
  name: string;
  losses: number;
  norms: number;
  weights: number;
}

export interface Driver {
  /** Each list of words is one start of train.py. */
  trainEach(starts: string[][]): Promise<{ code: number; said: string }[]>;
  goldenDifferences(folder: string): Promise<GoldenDifference[]>;
  close(): void;
}

/** One process for all tests of a file, begun when it is first asked. */
export function openDriver(): Driver {
  let child: ReturnType<typeof startDriver> | null = null;
  async function ask<T>(what: unknown): Promise<T> {
    child ??= startDriver();
    const { stdin, lines, errors } = child;
    stdin.write(`${JSON.stringify(what)}\n`);
    const answer: IteratorResult<string, unknown> = await lines.next();
    if (answer.done) throw new Error(errors.join(''));
    return JSON.parse(answer.value) as T;
  }
  return {
    trainEach: (starts) => ask({ starts: starts.map((words) => [...words, '--threads', '1', '--device', 'cpu']) }),
    goldenDifferences: (folder) => ask({ golden: folder }),
    close: () => void child?.kill(),
  };
}

function startDriver() {
  const child = spawn(python(), [DRIVER, TRAIN], { env: environment() });
  const errors: string[] = [];
  child.stderr.on('data', (piece: Buffer) => errors.push(piece.toString()));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return { stdin: child.stdin, lines, errors, kill: () => child.kill('SIGKILL') };
}
