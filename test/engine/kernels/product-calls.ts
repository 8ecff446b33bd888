// Calls of the matrix products on random shapes: every remainder of tile, panel and group.
import { fillNumbers, place, randomFrom, SCRATCH, whole, type KernelCall, type Trial } from './trial';

export function productTrial(seed: number): Trial {
  const random = randomFrom(seed);
  const rows = whole(random, 1, seed % 4 === 0 ? 110 : 27);
  // Every kind of packing at once: rows of B one part after the other, or columns of its transpose.
  const isTransposed = seed % 2 === 1;
  const columns = 8 * whole(random, 1, 17);
  const inner = isTransposed || seed % 3 > 0 ? 8 * whole(random, 1, 20) : 8 * whole(random, 33, 70);
  const [a, b, c, packed] = [place(0), place(1), place(3), place(4)];
  const cut = 8 * Math.floor(random() * ((isTransposed ? columns : inner) / 8));
  const pack = (first: number, end: number): KernelCall =>
    isTransposed
      ? {
          name: 'packPanelsTransposed',
          given: [packed, first, columns, b + first * inner * 4, inner * 4, inner, end - first],
        }
      : {
          name: 'packPanels',
          given: [packed, first, inner, b + first * columns * 4, columns * 4, end - first, columns],
        };
  const accumulate = Number(random() < 0.5);
  return {
    calls: [
      pack(cut, isTransposed ? columns : inner),
      pack(0, cut),
      { name: 'product', given: [c, columns * 4, a, inner * 4, packed, rows, inner, columns, accumulate, SCRATCH] },
    ],
    fill(buffer) {
      const share = seed % 5 === 0 ? 0.0005 : 0;
      fillNumbers(buffer, a, rows * inner, random, 2, share);
      fillNumbers(buffer, b, inner * columns, random, 2, share);
      fillNumbers(buffer, c, rows * columns, random, 2, share);
    },
    compared: [{ from: c, bytes: 4 * rows * columns + 64 }],
  };
}

export function transposedTrial(seed: number): Trial {
  const random = randomFrom(seed);
  // With many rows B is packed, with few it is read as it lies.
  const isTall = seed % 5 === 0;
  const [rows, columns] = [8 * (isTall ? whole(random, 34, 40) : whole(random, 1, 14)), 8 * whole(random, 1, 14)];
  const most = whole(random, 1, isTall ? 540 : 700);
  const together = seed % 3 === 0 ? most : whole(random, 1, isTall ? 10 : 100);
  const apart = together + whole(random, 0, 3);
  const depth = Math.ceil((most * together) / apart);
  const given = Math.ceil(depth / together) * apart;
  const slab = isTall ? 0 : 8 * whole(random, 0, rows / 8 - 1);
  const count = isTall ? rows : 8 * whole(random, 1, (rows - slab) / 8);
  const [a, b, c] = [place(0), place(1), place(3)];
  const ldc = columns * 4;
  return {
    calls: [
      {
        name: 'productTransposed',
        given: [
          c + slab * ldc,
          ldc,
          a + 4 * slab,
          rows * 4,
          b,
          columns * 4,
          depth,
          count,
          columns,
          SCRATCH,
          together,
          apart,
        ],
      },
    ],
    fill(buffer) {
      fillNumbers(buffer, a, given * rows, random);
      fillNumbers(buffer, b, given * columns, random, 2, seed % 3 === 0 ? 0.0005 : 0);
    },
    compared: [{ from: c, bytes: rows * ldc }],
  };
}
