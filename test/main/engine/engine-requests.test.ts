// Who waits for the engine hears how it went, also from an engine that dies: in words about what was asked.
import { expect, it } from 'vitest';
import { EngineRequests } from '../../../src-main/engine/engine-requests';
import type { HostCommand } from '../../../src-engine/protocol/host-messages';

function asked(isRunning = true): { requests: EngineRequests; commands: (HostCommand & { request: string })[] } {
  const commands: (HostCommand & { request: string })[] = [];
  const requests = new EngineRequests((command) => {
    if ('request' in command) commands.push(command);
    return isRunning;
  });
  return { requests, commands };
}

it('an engine that dies tells each what to do again: to export, or to move the run to the trash', async () => {
  const { requests } = asked();
  const waiting = [
    requests.exportModel('run', null, '/models/a.onnx'),
    requests.exportDraft('run', 'draft', 'text', '/texts/a.txt'),
    requests.releaseRun('run'),
  ];
  requests.engineEnded();
  const [model, draft, release] = await Promise.all(waiting);
  expect(model).toContain('Export again');
  expect(draft).toBe(model);
  expect(release).toContain('Move it to the trash again');
  expect(release).not.toMatch(/export/i);
});

it('each answer reaches the one who asked, whatever the order', async () => {
  const { requests, commands } = asked();
  const waiting = [requests.exportModel('run', null, '/models/a.onnx'), requests.releaseRun('run')];
  const [first, second] = commands;
  requests.answer({ kind: 'released', request: second!.request, sentence: 'It is held.' });
  requests.answer({ kind: 'exported', request: first!.request, sentence: null });
  expect(await Promise.all(waiting)).toEqual([null, 'It is held.']);
});

it('without an engine an export is to be asked for again, and a run is free', async () => {
  const { requests } = asked(false);
  expect(await requests.exportModel('run', null, '/models/a.onnx')).toContain('still starting');
  expect(await requests.releaseRun('run')).toBeNull();
});
