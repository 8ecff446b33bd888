// What people of other colour visions see, and how far apart two colours look: for tests of palettes and scales.
import { toOklab, type Rgb } from '../../src-renderer/drawing/diverging-scale';

/** Linear-light matrices: red or green cones missing by Viénot, Brettel and Mollon (1999), blue ones by Machado (2009). */
export const BLINDNESS: Record<string, number[]> = {
  protanopia: [0.11238, 0.88762, 0, 0.11238, 0.88762, 0, 0.00401, -0.00401, 1],
  deuteranopia: [0.29275, 0.70725, 0, 0.29275, 0.70725, 0, -0.02234, 0.02234, 1],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};
const linear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const encoded = (c: number) => (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055);

export function seenWith(matrix: number[], colour: Rgb): Rgb {
  const light3 = colour.map(linear);
  return [0, 1, 2].map((row) =>
    encoded(
      Math.min(
        1,
        Math.max(
          0,
          light3.reduce((sum, value, column) => sum + matrix[3 * row + column]! * value, 0),
        ),
      ),
    ),
  ) as Rgb;
}

export const difference = (a: Rgb, b: Rgb) => Math.hypot(...toOklab(a).map((value, axis) => value - toOklab(b)[axis]!));

export function contrast(a: Rgb, b: Rgb): number {
  const luminance = ([r, g, b3]: Rgb) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b3);
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
}

export const rgb = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as Rgb;
