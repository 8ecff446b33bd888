// No two arguments of a kernel can change places: the compiler refuses it, for every pair of every kernel there is or will be.
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import {
  REPLACE,
  type Columns,
  type From,
  type FromApart,
  type Inner,
  type Into,
} from '../../../src-engine/kernels/arguments';
import type { IntoApart, Panels, Scratch } from '../../../src-engine/kernels/arguments';
import type { Kernels } from '../../../src-engine/kernels/kernels';
import type { AlikeArguments } from './alike-arguments';

/** For each of an interface's methods the pairs of parameters that could be swapped unseen. */
function swappablePairs(file: string, interfaceName: string): Map<string, string[]> {
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    noLib: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  });
  const checker = program.getTypeChecker();
  const declared = program.getSourceFile(file)?.statements.filter(ts.isInterfaceDeclaration);
  const kernels = declared?.find(({ name }) => name.text === interfaceName);
  const pairsOf = (method: ts.MethodSignature) => {
    const parameters = method.parameters.map((each) => ({
      name: each.name.getText(),
      type: checker.getTypeAtLocation(each),
    }));
    return parameters.flatMap((one, index) =>
      parameters
        .slice(index + 1)
        .filter(
          (other) =>
            checker.isTypeAssignableTo(one.type, other.type) && checker.isTypeAssignableTo(other.type, one.type),
        )
        .map((other) => `${one.name}, ${other.name}`),
    );
  };
  const methods = kernels?.members.filter(ts.isMethodSignature) ?? [];
  return new Map(methods.map((method) => [method.name.getText(), pairsOf(method)]));
}

const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

describe('the arguments of the kernels', () => {
  it('are each of a type of their own', () => {
    const pairs = swappablePairs(fileOf('../../../src-engine/kernels/kernels.ts'), 'Kernels');
    expect(pairs.size).toBeGreaterThan(15);
    expect(Object.fromEntries([...pairs].filter(([, swappable]) => swappable.length > 0))).toEqual({});
  });

  it('would be found where two are alike', () => {
    const pairs = swappablePairs(fileOf('./alike-arguments.ts'), 'AlikeArguments');
    const known: Record<keyof AlikeArguments, string[]> = { alike: ['a, b'], told: [] };
    expect(Object.fromEntries(pairs)).toEqual(known);
  });

  it('are refused by the compiler where two have changed places', () => {
    const seen: number[][] = [];
    const keep = (...given: number[]) => void seen.push(given);
    const kernels: Pick<Kernels, 'product' | 'addInPlace'> = { product: keep, addInPlace: keep };
    const [c, a, panels, scratch] = [1 as Into, 2 as From, 3 as Panels, 4 as Scratch];
    const [ldc, lda, inner, columns] = [5 as IntoApart, 6 as FromApart, 7 as Inner, 8 as Columns];
    kernels.product(c, ldc, a, lda, panels, 1, inner, columns, REPLACE, scratch);
    // @ts-expect-error -- what is read in the place of what is written
    kernels.product(a, ldc, c, lda, panels, 1, inner, columns, REPLACE, scratch);
    // @ts-expect-error -- the two distances between rows
    kernels.product(c, lda, a, ldc, panels, 1, inner, columns, REPLACE, scratch);
    // @ts-expect-error -- the two sizes
    kernels.product(c, ldc, a, lda, panels, 1, columns, inner, REPLACE, scratch);
    // @ts-expect-error -- a size in the place of the count of rows, and that in its place
    kernels.product(c, ldc, a, lda, panels, inner, 1, columns, REPLACE, scratch);
    // @ts-expect-error -- panels and scratch
    kernels.product(c, ldc, a, lda, scratch, 1, inner, columns, REPLACE, panels);
    // @ts-expect-error -- a plain number is no operand
    kernels.addInPlace(1, a, 8);
    // @ts-expect-error -- the count in the place of an operand
    kernels.addInPlace(c, 8, a);
    expect(seen[0]).toEqual([1, 5, 2, 6, 3, 1, 7, 8, 0, 4]);
  });
});
