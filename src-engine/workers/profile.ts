// Where a worker's time goes, for benchmarks: the kernels and meetings of one thread, each timed. Nothing else is changed by it.
import type { Kernels } from '../kernels/kernels';
import type { Meet } from './barrier';

/** Milliseconds by kernel, and what was waited. */
export type Profile = Record<string, number>;

const WAITING = 'waiting';

/** The same kernels, whose times are added up in `profile`. */
export function timedKernels(kernels: Kernels, profile: Profile): Kernels {
  const timed = Object.entries(kernels).map(([name, kernel]) => {
    const call = kernel as (...given: number[]) => number;
    return [name, (...given: number[]) => timeOf(profile, name, () => call(...given))] as const;
  });
  return Object.fromEntries(timed) as unknown as Kernels;
}

export function timedMeeting(meet: Meet, profile: Profile): Meet {
  return () => timeOf(profile, WAITING, meet);
}

function timeOf<Result>(profile: Profile, name: string, act: () => Result): Result {
  const startedMs = performance.now();
  const result = act();
  profile[name] = (profile[name] ?? 0) + performance.now() - startedMs;
  return result;
}
