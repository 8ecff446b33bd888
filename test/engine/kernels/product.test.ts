import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ADD,
  REPLACE,
  type By,
  type ByApart,
  type Columns,
  type From,
  type FromApart,
  type GroupsApart,
  type Inner,
  type Into,
  type IntoApart,
  type PackedFirst,
  type PackedTotal,
  type Panels,
  type Scratch,
  type Together,
} from '../../../src-engine/kernels/arguments';
import { scratchBytes } from '../../../src-engine/kernels/kernels';
import { kernelsOver } from '../one-thread';

/** Room for the largest operands of these tests, one after another. */
const PLACES = { a: 1024, b: 400_000, c: 800_000, packed: 1_200_000, scratch: 1_600_000 };

describe.each(['fast', 'strict'] as const)('the %s kernels', (variant) => {
  const memory = new WebAssembly.Memory({ initial: 64, maximum: 64, shared: true });
  const kernels = kernelsOver(memory, variant);
  const at = (offset: number, count: number) => new Float32Array(memory.buffer, offset, count);
  const fill = (offset: number, count: number, seed: number) =>
    at(offset, count).forEach((_, index, array) => (array[index] = Math.sin(seed + index * 1.7)));

  const packWhole = (inner: number, columns: number) =>
    kernels.packPanels(
      PLACES.packed as Panels,
      0 as PackedFirst,
      inner as PackedTotal,
      PLACES.b as By,
      (columns * 4) as ByApart,
      inner,
      columns as Columns,
    );

  /** Σ_k a(row,k)·b(k,column), in float64. */
  const plain = (inner: number, a: (k: number) => number, b: (k: number) => number) =>
    Array.from({ length: inner }, (_, k) => a(k) * b(k)).reduce((sum, term) => sum + term, 0);

  const shapes = fc.record({
    rows: fc.integer({ min: 1, max: 60 }),
    inner: fc.integer({ min: 1, max: 16 }).map((n) => 4 * n),
    columns: fc.integer({ min: 1, max: 9 }).map((n) => 8 * n),
    seed: fc.integer({ min: 0, max: 1000 }),
    accumulate: fc.boolean(),
  });

  test('C = [C +] A·B as the plain sum has it, for any number of rows', () => {
    fc.assert(
      fc.property(shapes, ({ rows, inner, columns, seed, accumulate }) => {
        fill(PLACES.a, rows * inner, seed);
        fill(PLACES.b, inner * columns, seed + 1);
        fill(PLACES.c, rows * columns, seed + 2);
        const [a, b, before] = [
          at(PLACES.a, rows * inner),
          at(PLACES.b, inner * columns),
          at(PLACES.c, rows * columns).slice(),
        ];
        packWhole(inner, columns);
        expect(scratchBytes(inner, columns)).toBeLessThan(memory.buffer.byteLength - PLACES.scratch);
        kernels.product(
          PLACES.c as Into,
          (columns * 4) as IntoApart,
          PLACES.a as From,
          (inner * 4) as FromApart,
          PLACES.packed as Panels,
          rows,
          inner as Inner,
          columns as Columns,
          accumulate ? ADD : REPLACE,
          PLACES.scratch as Scratch,
        );
        const c = at(PLACES.c, rows * columns);
        for (let row = 0; row < rows; row++) {
          for (let column = 0; column < columns; column++) {
            const begin = accumulate ? before[row * columns + column]! : 0;
            const sum =
              begin +
              plain(
                inner,
                (k) => a[row * inner + k]!,
                (k) => b[k * columns + column]!,
              );
            expect(Math.abs(c[row * columns + column]! - sum)).toBeLessThan(inner * 2e-6);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('an element is the same to the bit whichever rows are asked for with it', () => {
    fc.assert(
      fc.property(shapes, fc.integer({ min: 0, max: 59 }), ({ rows, inner, columns, seed }, chosen) => {
        const row = chosen % rows;
        fill(PLACES.a, rows * inner, seed);
        fill(PLACES.b, inner * columns, seed + 1);
        packWhole(inner, columns);
        const ask = (first: number, count: number) => {
          kernels.product(
            PLACES.c as Into,
            (columns * 4) as IntoApart,
            (PLACES.a + first * inner * 4) as From,
            (inner * 4) as FromApart,
            PLACES.packed as Panels,
            count,
            inner as Inner,
            columns as Columns,
            REPLACE,
            PLACES.scratch as Scratch,
          );
          return at(PLACES.c, count * columns).slice();
        };
        const together = ask(0, rows).slice(row * columns, (row + 1) * columns);
        expect(ask(row, 1)).toEqual(together);
        expect(ask(row, rows - row).slice(0, columns)).toEqual(together);
      }),
      { numRuns: 60 },
    );
  });

  test('C = Aᵀ·B over a depth longer than one block, and slabs of it alike to the bit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 600 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: 99 }),
        (depth, blocks, seed) => {
          const [rows, columns] = [8 * blocks, 16];
          fill(PLACES.a, depth * rows, seed);
          fill(PLACES.b, depth * columns, seed + 1);
          const ask = (first: number, count: number) => {
            kernels.productTransposed(
              PLACES.c as Into,
              (columns * 4) as IntoApart,
              (PLACES.a + 4 * first) as From,
              (rows * 4) as FromApart,
              PLACES.b as By,
              (columns * 4) as ByApart,
              depth as Inner,
              count,
              columns as Columns,
              PLACES.scratch as Scratch,
              depth as Together,
              depth as GroupsApart,
            );
            return at(PLACES.c, count * columns).slice();
          };
          const [a, b] = [at(PLACES.a, depth * rows), at(PLACES.b, depth * columns)];
          const whole = ask(0, rows);
          expect(ask(rows - 8, 8)).toEqual(whole.slice((rows - 8) * columns));
          const [row, column] = [seed % rows, seed % columns];
          const sum = plain(
            depth,
            (k) => a[k * rows + row]!,
            (k) => b[k * columns + column]!,
          );
          expect(Math.abs(whole[row * columns + column]! - sum)).toBeLessThan(depth * 2e-6);
        },
      ),
      { numRuns: 40 },
    );
  });
});
