// What the list says of runs: their colours, the archive, the queue of several at once, the one that is waited for.
import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { smallSettings } from '../built-engine';
import { ENDLESS, managedRuns } from './managed-runs';

test('runs that start one after the other have colours of their own, which can be changed and outlive a restart', async () => {
  const { home, start, brings, after, manager } = await managedRuns();
  const colours: number[] = [];
  for (let run = 0; run < 3; run++) colours.push((await brings(() => start({ length: 2 }), 'finished')).colour);
  expect(colours).toEqual([0, 1, 2]);
  const again = await managedRuns(home);
  const [listed] = (await again.after(() => again.manager.list(), 'runs')).runs;
  expect(listed!.colour).toBe(2);
  const changed = await after(() => manager.label(listed!.id, { colour: 6 }), 'run-changed');
  expect(changed.run.colour).toBe(6);
  const next = await brings(() => start({ length: 2 }), 'finished');
  expect(next.colour).toBe(7);
});

test('an archived run leaves the queue, stays archived after a restart, and is back when it trains', async () => {
  const { home, text, start, trains, brings, after, told, manager } = await managedRuns();
  const first = await start(ENDLESS);
  await trains(first);
  await manager.startLater({ name: 'Later', paths: [text], settings: smallSettings({ length: 5 }) });
  const later = told.flatMap((event) => (event.kind === 'run-started' ? [event.run] : []))[1]!;
  const archived = await brings(() => manager.archive(later, true), 'paused', later);
  expect(archived).toMatchObject({ isArchived: true, queuePlace: null });
  const isArchived = (event: { run: { isArchived: boolean } }) => event.run.isArchived;
  const resting = await after(() => manager.archive(first, true), 'run-changed', isArchived);
  expect(resting.run).toMatchObject({ id: first, state: 'paused' });
  const again = await managedRuns(home);
  const listed = await again.after(() => again.manager.list(), 'runs');
  expect(listed.runs.map((run) => run.isArchived)).toEqual([true, true]);
  expect((await again.brings(() => again.manager.resume(later), 'training', later)).isArchived).toBe(false);
});

test('several runs that are queued at once all wait their turn, the first of them training', async () => {
  const { manager, told, brings, start, reaches } = await managedRuns();
  const ids: string[] = [];
  for (let run = 0; run < 3; run++) {
    const { id } = await brings(() => start({ length: 3 }), 'finished');
    await manager.trainLonger(id, { length: 1e12, lengthUnit: 'updates' });
    await brings(() => manager.pause(id), 'paused', id);
    ids.push(id);
  }
  const from = told.length;
  const begins = reaches('training', ids[0]);
  await Promise.all(ids.map((id) => manager.putInQueue(id)));
  await begins;
  expect(manager.shelf.queue.ids).toEqual([ids[1], ids[2]]);
  expect(
    told
      .slice(from)
      .some((event) => event.kind === 'run-changed' && event.run.id === ids[0] && event.run.state === 'queued'),
  ).toBe(false);
});

test('the run that is waited for is told before all others', async () => {
  const { home, start, brings } = await managedRuns();
  const ids: string[] = [];
  for (let run = 0; run < 3; run++) ids.push((await brings(() => start({ length: 2 }), 'finished')).id);
  const again = await managedRuns(home);
  const listed = await again.after(() => again.manager.list(ids[1]), 'runs');
  expect(listed.runs.map(({ id }) => id)).toEqual([ids[1], ids[2], ids[0]]);
});

test('a run that cannot be read is named, and the others are listed', async () => {
  const { home, start, brings, fileOf } = await managedRuns();
  const ids: string[] = [];
  for (let run = 0; run < 3; run++) ids.push((await brings(() => start({ length: 2 }), 'finished')).id);
  const listing = async () => {
    const again = await managedRuns(home);
    const failed = again.next('failed');
    const listed = await again.after(() => again.manager.list(), 'runs');
    return { listed: listed.runs.map(({ id }) => id), sentence: (await failed).sentence };
  };
  await writeFile(fileOf(ids[0]!, 'run.json'), '{"format":"unroll-run"');
  const one = await listing();
  expect(one.listed).toEqual([ids[2], ids[1]]);
  expect(one.sentence).toContain(`"${ids[0]}" is damaged`);
  await writeFile(fileOf(ids[1]!, 'run.json'), '');
  const two = await listing();
  expect(two.listed).toEqual([ids[2]]);
  expect(two.sentence).toMatch(/^2 runs are not in the list\. The first: /);
});
