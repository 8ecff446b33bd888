// Writes a probability as people read one: in per cent, with as many digits as say something.

const twoDigits = new Intl.NumberFormat(undefined, { style: 'percent', maximumSignificantDigits: 2 });
const threeDigits = new Intl.NumberFormat(undefined, { style: 'percent', maximumSignificantDigits: 3 });

/** 0.4321 is 43.2%, 0.00123 is 0.12%. */
export function formatShare(probability: number): string {
  if (probability > 0 && probability < 1e-4) return `< ${twoDigits.format(1e-4)}`;
  return (probability < 0.01 ? twoDigits : threeDigits).format(probability);
}
