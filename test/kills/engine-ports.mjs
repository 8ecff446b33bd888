// Stands in for Electron's ports in a plain process, so that the engine can be started, and killed, without a window.
import { EventEmitter } from 'node:events';

/** As a real port, it keeps what comes before its owner listens. */
function portOf(from) {
  const port = new EventEmitter();
  let early = [];
  const receive = (message) => (early ? early.push(message) : port.emit('message', message));
  const start = () => {
    for (const message of early ?? []) port.emit('message', message);
    early = null;
  };
  return Object.assign(port, { postMessage: (data) => process.send({ from, data }), receive, start });
}

const ports = { host: portOf('host'), page: portOf('page') };
process.parentPort = ports.host;
ports.host.on('newListener', () => setImmediate(ports.host.start));
process.on('message', ({ to, data }) => {
  ports[to].receive({ data, ports: data.kind === 'attach-page' ? [ports.page] : [] });
});
