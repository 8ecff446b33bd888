// Tests that what is made for several processors and systems can lie in one release: no file takes another's name.
import { expect, test } from 'vitest';
import { packagingConfig } from '../../build/packaging/config.mjs';

const { mac, win, nsis } = packagingConfig({ electron: { version: '45.0.0', folder: '/electron' }, output: '/made' });

test('what macOS and Windows get is named for its processor, and its archives for the system', () => {
  for (const { artifactName } of [mac, win, nsis]) expect(artifactName).toContain('${arch}');
  expect(mac.artifactName).toContain('-mac-');
  expect(win.artifactName).toContain('-windows-');
});
