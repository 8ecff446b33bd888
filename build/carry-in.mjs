// Takes into a fresh root how this machine reaches its registries: name servers, certificates, proxies, npm's and apt's settings.
// All is read from the machine's own configuration when it is needed.
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runNpm } from './npm.mjs';
import { runQuietly } from './run.mjs';

const CERTIFICATES = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'];
const PROXIES = ['http_proxy', 'https_proxy', 'no_proxy'].flatMap((name) => [name, name.toUpperCase()]);
const NPM_SETTINGS = ['registry', 'cafile', 'proxy', 'https-proxy', 'noproxy', 'strict-ssl'];

/** To the same place in the root. */
function copyFile(root, file) {
  const target = join(root, file);
  mkdirSync(dirname(target), { recursive: true });
  cpSync(file, target, { dereference: true });
}

async function npmSettings() {
  const settings = {};
  for (const name of NPM_SETTINGS) {
    const value = (await runNpm(['config', 'get', name])).trim();
    if (!['', 'null', 'undefined'].includes(value)) settings[`npm_config_${name.replaceAll('-', '_')}`] = value;
  }
  return settings;
}

/** How apt is configured to download: proxies, dates, certificates. */
async function aptSettings() {
  const lines = (await runQuietly('apt-config', ['dump'])).split('\n');
  return lines.filter((line) => line.startsWith('Acquire::')).join('\n') + '\n';
}

/** Where Debian looks for more when it writes its list of certificates again, as it does once a package brings them. */
function addCertificates(root, files) {
  const folder = join(root, 'usr', 'local', 'share', 'ca-certificates');
  mkdirSync(folder, { recursive: true });
  for (const [index, file] of files.entries()) {
    cpSync(file, join(folder, `carried-in-${index}.crt`), { dereference: true });
  }
}

/** Resolves to the environment that goes with it. */
export async function carryIn(root) {
  const named = [...CERTIFICATES, ...PROXIES].filter((name) => process.env[name]);
  const env = { ...Object.fromEntries(named.map((name) => [name, process.env[name]])), ...(await npmSettings()) };
  const all = [...CERTIFICATES.map((name) => env[name]), env.npm_config_cafile];
  const certificates = [...new Set(all)].filter((file) => file && existsSync(file));
  for (const file of ['/etc/resolv.conf', '/etc/hosts', ...certificates]) if (existsSync(file)) copyFile(root, file);
  addCertificates(root, certificates);
  writeFileSync(join(root, 'etc', 'apt', 'apt.conf.d', '99carried-in'), await aptSettings());
  return env;
}
