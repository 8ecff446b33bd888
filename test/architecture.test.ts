// Keeps the imports going the way the design says, and shows that the check itself can fail.
import { describe, expect, it } from 'vitest';
import { brokenArrows, cyclesAmong, type Import } from './architecture/arrows';
import { allImports, importsIn } from './architecture/read-imports';

const edge = (from: string, to: string, facts: Partial<Import> = {}): Import => {
  return { from, to, onlyTypes: false, passesOn: false, ...facts };
};

describe('the sources', () => {
  const imports = allImports();

  it('are read: each part imports something', () => {
    for (const part of ['src-engine/', 'src-main/', 'src-renderer/', 'src-web-page/']) {
      expect(imports.filter(({ from }) => from.startsWith(part)).length).toBeGreaterThan(5);
    }
  });

  it('import only along the arrows', () => {
    expect(brokenArrows(imports)).toEqual([]);
  });

  it('have no cycle among their files', () => {
    expect(cyclesAmong(imports)).toEqual([]);
  });
});

describe('the check of the arrows', () => {
  it.each([
    ['src-engine/kernels/a.ts', 'src-engine/model/b.ts'],
    ['src-engine/model/a.ts', 'src-engine/optimiser/b.ts'],
    ['src-engine/optimiser/a.ts', 'src-engine/workers/b.ts'],
    ['src-engine/workers/a.ts', 'src-engine/training/b.ts'],
    ['src-engine/corpus/a.ts', 'src-engine/model/b.ts'],
    ['src-engine/training/a.ts', 'src-engine/sampling/b.ts'],
    ['src-engine/sampling/a.ts', 'src-engine/training/b.ts'],
    ['src-engine/run-files/a.ts', 'src-engine/training/b.ts'],
    ['src-engine/training/a.ts', 'src-engine/runs/b.ts'],
    ['src-engine/runs/a.ts', 'src-engine/tuning/b.ts'],
    ['src-engine/runs/a.ts', 'src-engine/networks/b.ts'],
    ['src-engine/tuning/a.ts', 'src-engine/commands/b.ts'],
    ['src-engine/training/a.ts', 'src-engine/engine-main.ts'],
    ['src-engine/problem.ts', 'src-engine/model/b.ts'],
    ['src-engine/model/a.ts', 'src-main/b.ts'],
    ['src-engine/model/a.ts', 'src-renderer/b.ts'],
    ['src-engine/engine-main.ts', 'electron'],
    ['src-engine/model/a.ts', 'svelte'],
    ['src-engine/model/a.ts', 'chart.js'],
    ['src-main/main.ts', 'src-engine/model/b.ts'],
    ['src-main/application.ts', 'src-main/terminal/terminal-main.ts'],
    ['src-main/main.ts', 'src-main/development/a.ts'],
    ['src-main/terminal/terminal-main.ts', 'electron'],
    ['src-main/a.ts', 'src-renderer/b.ts'],
    ['src-renderer/a.ts', 'src-engine/model/b.ts'],
    ['src-web-page/a.ts', 'src-engine/drafts/b.ts'],
    ['src-web-page/a.ts', 'src-renderer/b.ts'],
    ['src-web-page/a.ts', 'iconv-lite'],
    ['src-engine/pages/a.ts', 'src-web-page/b.ts'],
    ['src-renderer/a.ts', 'src-main/calls/window-api.ts'],
    ['src-renderer/a.ts', 'electron'],
    ['src-renderer/a.ts', 'node:fs'],
  ])('fails where %s imports %s', (from, to) => {
    expect(brokenArrows([edge(from, to)])).toHaveLength(1);
  });

  it.each([
    ['src-engine/training/a.ts', 'src-engine/kernels/b.ts'],
    ['src-engine/training/a.ts', 'src-engine/corpus/b.ts'],
    ['src-engine/training/a.ts', 'src-engine/run-files/b.ts'],
    ['src-engine/runs/a.ts', 'src-engine/training/b.ts'],
    ['src-engine/tuning/a.ts', 'src-engine/runs/b.ts'],
    ['src-engine/commands/a.ts', 'src-engine/tuning/b.ts'],
    ['src-engine/sampling/sampler-worker-main.ts', 'src-engine/model/b.ts'],
    ['src-engine/engine-main.ts', 'src-engine/training/b.ts'],
    ['src-main/terminal/train.ts', 'src-engine/training/b.ts'],
    ['src-main/main.ts', 'src-engine/protocol/messages.ts'],
    ['src-renderer/a.ts', 'src-engine/hyperparameters.ts'],
    ['src-web-page/a.ts', 'src-engine/sampling/b.ts'],
    ['src-engine/model/a.ts', 'node:fs'],
  ])('lets %s import %s', (from, to) => {
    expect(brokenArrows([edge(from, to)])).toEqual([]);
  });

  it('lets the page know types of the main process', () => {
    expect(brokenArrows([edge('src-renderer/a.ts', 'src-main/b.ts', { onlyTypes: true })])).toEqual([]);
  });

  it('fails at a barrel', () => {
    expect(brokenArrows([edge('src-engine/model/index.ts', 'src-engine/model/b.ts', { passesOn: true })])).toHaveLength(
      1,
    );
  });

  it('finds a cycle through three files', () => {
    expect(cyclesAmong([edge('a', 'b'), edge('b', 'c'), edge('c', 'a'), edge('a', 'd')])).toEqual([
      ['a', 'b', 'c', 'a'],
    ]);
  });

  it('sees every form of import', () => {
    const script = `
      import 'electron';
      import { x, type Y } from 'electron';
      import type { Z } from 'electron';
      export { w } from 'electron';
      const later = await import('electron');
      type T = import('electron').App;
    `;
    const facts = importsIn('src-main/a.ts', script).map(({ onlyTypes, passesOn }) => [onlyTypes, passesOn]);
    expect(facts).toEqual([
      [false, false],
      [false, false],
      [true, false],
      [false, true],
      [false, false],
      [true, false],
    ]);
  });
});
