// Tests that the page gets a token and names, never a path.
import { describe, expect, it } from 'vitest';
import { OfferedTexts } from '../../../src-main/texts/offered-texts';

describe('An offered text', () => {
  it('is known to the page by a token and names without folders', () => {
    const texts = new OfferedTexts();
    const offered = texts.offer(['/home/me/secret/poem.txt']);
    expect(offered.names).toEqual(['poem.txt']);
    expect(JSON.stringify(offered)).not.toContain('secret');
    expect([...texts.all()]).toEqual([[offered.token, ['/home/me/secret/poem.txt']]]);
  });

  it('gets another token each time', () => {
    const texts = new OfferedTexts();
    expect(texts.offer(['/a']).token).not.toBe(texts.offer(['/a']).token);
  });
});
