// Tests that every command of the protocol is handled, and where it is told that one went wrong.
import { expect, test } from 'vitest';
import { commandHandlers, doCommand, type EngineParts } from '../../../src-engine/commands/command-handlers';
import { engineCommand, type EngineCommand, type EngineEvent } from '../../../src-engine/protocol/messages';

/** Parts of which nothing works. */
function brokenParts(told: EngineEvent[]): EngineParts {
  const fails = () => Promise.reject(new Error('broken'));
  const broken = new Proxy({}, { get: () => fails });
  const emit = (event: EngineEvent) => void told.push(event);
  const names = ['runs', 'drafts', 'networks', 'inspector', 'models', 'tuning', 'texts', 'imports'];
  const parts = Object.fromEntries(names.map((name) => [name, broken]));
  return { ...parts, emit, pathsOf: fails, textPathsOf: fails } as unknown as EngineParts;
}

async function toldAfter(command: EngineCommand): Promise<EngineEvent[]> {
  const told: EngineEvent[] = [];
  const parts = brokenParts(told);
  await doCommand(commandHandlers(parts), command, parts.emit);
  return told;
}

test('there is one handler for each command, and none besides', () => {
  const kinds = engineCommand.options.map(({ entries }) => entries.kind.literal);
  expect(Object.keys(commandHandlers(brokenParts([]))).toSorted()).toEqual(kinds.toSorted());
});

test('what goes wrong with a draft is told of the draft', async () => {
  const [event] = await toldAfter({ kind: 'open-draft', run: 'r', draft: 'd' });
  expect(event).toMatchObject({ kind: 'draft-failed', run: 'r', draft: 'd' });
});

test('what goes wrong inside a network is told under the request', async () => {
  const [event] = await toldAfter({ kind: 'show-weights', request: 'q', network: { run: 'r', update: null } });
  expect(event).toMatchObject({ kind: 'inspection-failed', request: 'q' });
});

test('what goes wrong with any other command is told with its name', async () => {
  const [event] = await toldAfter({ kind: 'pause-run', run: 'r' });
  expect(event).toMatchObject({ kind: 'failed', command: 'pause-run' });
});
