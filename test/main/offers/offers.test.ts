// Tests that the page gets a token and names, never a path, and that engine and recent texts hear of what they should.
import { beforeEach, describe, expect, it } from 'vitest';
import { Offers } from '../../../src-main/offers/offers';

describe('What is offered', () => {
  let told: [token: string, paths: string[]][];
  let remembered: string[][];
  let offers: Offers;

  beforeEach(() => {
    told = [];
    remembered = [];
    offers = new Offers({
      tell: (token, paths) => told.push([token, paths]),
      remember: (paths) => remembered.push(paths),
    });
  });

  it('is known to the page by a token and names without folders', () => {
    const offered = offers.offer('text', ['/home/me/secret/poem.txt']);
    expect(offered.names).toEqual(['poem.txt']);
    expect(JSON.stringify(offered)).not.toContain('secret');
    expect(offers.pathsOf(offered.token)).toEqual(['/home/me/secret/poem.txt']);
  });

  it('gets another token each time', () => {
    expect(offers.offer('text', ['/a']).token).not.toBe(offers.offer('text', ['/a']).token);
  });

  it('is told to the engine at once, and again to a new one', () => {
    const { token } = offers.offer('target', ['/a']);
    offers.tellAll();
    expect(told).toEqual([
      [token, ['/a']],
      [token, ['/a']],
    ]);
  });

  it('is put among the recent texts when it is a text that came from outside', async () => {
    const offered = await offers.offerFiles(['/no/a.txt', '/no/net.safetensors', '/no/b.txt']);
    expect(offered.map(({ kind, names }) => [kind, names])).toEqual([
      ['model', ['net.safetensors']],
      ['text', ['a.txt', 'b.txt']],
    ]);
    expect(remembered).toEqual([['/no/a.txt', '/no/b.txt']]);
  });
});
