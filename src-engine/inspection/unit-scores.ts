// How well a unit follows something in the text: the correlation of its activation with it.

/**
 * r_j = Σ_t (s_t[j] - mean s[j])·(f_t - mean f) / √(Σ_t (s_t[j] - mean s[j])² · Σ_t (f_t - mean f)²), Pearson's correlation,
 * which for an f of 0 and 1 is the point-biserial one   f (n), s (n,H) → (H)
 * Null where f never changes: nothing can follow it. 0 for a unit that never changes.
 */
export function correlations(f: readonly number[], s: Float32Array, hiddenSize: number): Float32Array | null {
  const count = f.length;
  const mean = f.reduce((sum, value) => sum + value, 0) / count;
  const spread = f.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  if (count === 0 || spread === 0) return null;
  const means = new Float64Array(hiddenSize);
  for (const [index, value] of s.entries())
    means[index % hiddenSize] = (means[index % hiddenSize] ?? 0) + value / count;
  const together = new Float64Array(hiddenSize);
  const spreads = new Float64Array(hiddenSize);
  for (let t = 0; t < count; t++) {
    const away = (f[t] ?? 0) - mean;
    for (let unit = 0; unit < hiddenSize; unit++) {
      const gap = (s[t * hiddenSize + unit] ?? 0) - (means[unit] ?? 0);
      together[unit] = (together[unit] ?? 0) + gap * away;
      spreads[unit] = (spreads[unit] ?? 0) + gap * gap;
    }
  }
  return Float32Array.from(together, (sum, unit) => {
    const scale = Math.sqrt((spreads[unit] ?? 0) * spread);
    return scale === 0 ? 0 : sum / scale;
  });
}
