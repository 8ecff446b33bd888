// train.py knows by itself which settings may change during a run, and within which bounds: here it is held against the table.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SETTINGS, SETTING_NAMES } from '../../../src-engine/hyperparameters';

/** They change how Unroll uses a computer, and mean nothing elsewhere. */
const NOT_THERE = ['threads', 'leaveRoom', 'priority'];

test('train.py changes the settings that are live, within the same bounds', () => {
  const source = readFileSync(new URL('../../../src-engine/handover/folder/train.py', import.meta.url), 'utf8');
  const [, table = ''] = /^LIVE = \{\n([^]*?)^\}/m.exec(source) ?? [];
  const found = [...table.matchAll(/"(\w+)": \(([\d.e-]+), ([\d.e-]+), (True|False)\)/g)].map(
    ([, name, least, most, whole]) => [name, Number(least), Number(most), whole === 'True'],
  );
  const wanted = SETTING_NAMES.filter((name) => SETTINGS[name].live && !NOT_THERE.includes(name)).map((name) => {
    const setting = SETTINGS[name];
    if (setting.kind !== 'number') throw new Error(`train.py takes numbers only, and ${name} is a choice.`);
    return [name, setting.least, setting.most, setting.whole];
  });
  const inOrder = (rows: unknown[][]) => rows.map((row) => row.join(' ')).sort();
  expect(inOrder(found)).toEqual(inOrder(wanted));
});
