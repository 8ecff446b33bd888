// Says what one update of a handed-over run costs, and what that makes of many processes: the formulas of docs/scaling.md.

const VALUES = 256;
const F32_BYTES = 4;
/** Adam reads w, g, m and v and writes w, m and v; the gradient's norm reads it once more. */
const OPTIMISER_PASSES = 8;

export const parametersOf = ({ hidden, outputs = VALUES }) => hidden * (VALUES + hidden + outputs);

/** Multiplications and additions that a byte asks for, in segments: forward, back, weight gradients. */
export const flopPerByte = ({ hidden, outputs = VALUES }) => 6 * hidden * (hidden + outputs);

/** What a process sends in one update, and receives: a ring's share of every parameter, and the loss. */
export const wireBytes = (size, processes) => (2 * (processes - 1) * F32_BYTES * (parametersOf(size) + 1)) / processes;

/** What a process holds, in bytes: weights, gradient, two moments, the module's copy and its gradient; states, logits and their errors. */
export function memoryBytes(size, processes) {
  const { hidden, lanes, steps, outputs = VALUES } = size;
  const rows = Math.ceil(lanes / processes) * steps;
  return F32_BYTES * (6 * parametersOf(size) + rows * (VALUES + 4 * hidden + 3 * outputs));
}

/**
 * Seconds of one update. A device: `flop` a second in products, `stepSeconds` that a step of the recurrence takes at least, `overheadSeconds` of an
 * update, `memoryBytes` a second. A link: `bytes` a second, `latencySeconds` of a message. `cores` caps how many processes compute at once, and `together` is how much slower each is then, since they share caches and memory.
 */
export function updateSeconds(size, processes, device, link) {
  const { lanes, steps } = size;
  const share = Math.ceil(lanes / processes);
  const crowding = processes === 1 ? 1 : Math.max(1, processes / (device.cores ?? processes)) * (device.together ?? 1);
  const compute = (flopPerByte(size) * share * steps) / device.flop;
  // Forward and back.
  const recurrence = 2 * steps * device.stepSeconds;
  const optimiser = (OPTIMISER_PASSES * F32_BYTES * parametersOf(size)) / device.memoryBytes;
  const own = (compute + recurrence + optimiser + device.overheadSeconds) * crowding;
  const wire =
    processes === 1
      ? 0
      : wireBytes(size, processes) / link.bytes + 2 * Math.ceil(Math.log2(processes)) * link.latencySeconds;
  return { compute, recurrence, optimiser, own, wire, total: own + wire };
}

export const bytesPerSecond = (size, processes, device, link) =>
  (size.lanes * size.steps) / updateSeconds(size, processes, device, link).total;

/** Speed over that of one process, as a share of what so many could at best. */
export const efficiency = (size, processes, device, link) =>
  bytesPerSecond(size, processes, device, link) / bytesPerSecond(size, 1, device, link) / processes;
