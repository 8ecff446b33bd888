// Clipping by norm as torch.nn.utils.clip_grad_norm_ does it.

const CLIP_EPSILON = 1e-6;

/** The factor on every gradient: min(1, clipNorm/(norm + 1e-6)); clipNorm 0 is off. */
export function clipScale(norm: number, clipNorm: number): number {
  return clipNorm === 0 ? 1 : Math.min(1, clipNorm / (norm + CLIP_EPSILON));
}
