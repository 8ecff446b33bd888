// Run by Electron for bench-page.mjs: opens exported pages in a plain window, has each write, and says how fast it was.
import { app, BrowserWindow } from 'electron';

/** In the page: writes once to warm up, then as many bytes as are asked for. */
const WRITE = `(async (bytes) => {
  const part = (id) => document.getElementById(id);
  const until = async (is) => { while (!is()) await new Promise((resolve) => setTimeout(resolve, 20)); };
  await until(() => !part('generate').disabled);
  const write = async (length) => {
    part('bytes').value = String(length);
    part('said').textContent = '';
    part('form').requestSubmit();
    await until(() => part('generate').hidden === false && / in /.test(part('said').textContent));
  };
  await write(300);
  const started = performance.now();
  await write(bytes);
  return { seconds: (performance.now() - started) / 1000, bytes, settings: part('settings').lastChild.textContent };
})`;

/** Of a window's process, in seconds. */
const processorSeconds = (window) => {
  const own = app.getAppMetrics().find(({ pid }) => pid === window.webContents.getOSProcessId());
  return own?.cpu.cumulativeCPUUsage ?? NaN;
};

app.on('window-all-closed', () => undefined);
await app.whenReady();
try {
  for (const { file, bytes } of JSON.parse(process.env.UNROLL_PAGES)) {
    const window = new BrowserWindow({ show: true, webPreferences: { sandbox: true, backgroundThrottling: false } });
    await window.loadFile(file);
    await window.webContents.executeJavaScript(`${WRITE}(300)`);
    const before = processorSeconds(window);
    const told = await window.webContents.executeJavaScript(`${WRITE}(${bytes})`);
    console.log(
      `told ${JSON.stringify({ ...told, processorSeconds: processorSeconds(window) - before, warmedUpBytes: 300 })}`,
    );
    window.destroy();
  }
} finally {
  app.exit(0);
}
