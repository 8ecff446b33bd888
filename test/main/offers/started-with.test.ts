// The files on a command line are told apart from its switches, and whatever else is handed over is not taken.
import { expect, it } from 'vitest';
import { filesAmong, filesHandedOver } from '../../../src-main/offers/started-with';

it('switches are no files, and a relative name is meant from where it was typed', () => {
  const words = ['--no-sandbox', 'poem.txt', '-x', '/texts/novel.txt', ''];
  expect(filesAmong(words, '/home/ada')).toEqual(['/home/ada/poem.txt', '/texts/novel.txt']);
});

it('what a second start hands over is taken only as a list of absolute paths', () => {
  expect(filesHandedOver({ files: ['/a.txt', '/b.txt'] })).toEqual(['/a.txt', '/b.txt']);
  for (const wrong of [null, undefined, {}, 'x', { files: ['relative.txt'] }, { files: '/a.txt' }, { files: [1] }]) {
    expect(filesHandedOver(wrong)).toEqual([]);
  }
});
