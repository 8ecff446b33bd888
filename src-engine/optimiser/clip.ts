// Clipping by norm. torch.nn.utils.clip_grad_norm_ adds 1e-6 to the norm; the reference values do without, and so do we.

/** The factor on every gradient: min(1, clipNorm/norm); clipNorm 0 is off. */
export function clipScale(norm: number, clipNorm: number): number {
  return clipNorm === 0 ? 1 : Math.min(1, clipNorm / norm);
}
