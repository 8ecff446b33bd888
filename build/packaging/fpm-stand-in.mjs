#!/usr/bin/env node
// Stands in the place of fpm, which electron-builder calls for .deb and .rpm and which Debian does not have: takes the same
// words, and leaves the packing to dpkg-deb and rpmbuild.
import {
  chmodSync,
  copyFileSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { runQuietly } from '../run.mjs';

const text = { type: 'string' };
const NAMED = [
  'architecture',
  'after-install',
  'after-remove',
  'description',
  'version',
  'package',
  'name',
  'maintainer',
];
const MORE = ['vendor', 'url', 'category', 'license', 'deb-priority', 'deb-compression', 'rpm-compression', 'rpm-os'];
const { values: given, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    ...Object.fromEntries([...NAMED, ...MORE, 'rpm-summary'].map((name) => [name, text])),
    source: { ...text, short: 's' },
    target: { ...text, short: 't' },
    depends: { ...text, short: 'd', multiple: true },
    'deb-recommends': { ...text, multiple: true },
    force: { type: 'boolean' },
  },
});

/** The quickest, for tests; else what each compression is used with. */
const LEVEL = process.env.UNROLL_QUICK_PACKAGES ? '1' : null;

/** What is installed belongs to root, whoever packs it, and only its owner may write to it. */
function bringFiles(root) {
  for (const file of files) {
    const [from, to] = file.split('=');
    const place = join(root, to);
    mkdirSync(dirname(place), { recursive: true });
    if (statSync(from).isDirectory()) cpSync(from, place, { recursive: true, verbatimSymlinks: true });
    else copyFileSync(from, place);
  }
  for (const name of readdirSync(root, { recursive: true })) {
    const status = lstatSync(join(root, name));
    if (status.isSymbolicLink()) continue;
    const isRun = status.isDirectory() || (status.mode & 0o100) !== 0;
    chmodSync(join(root, name), isRun ? 0o755 : 0o644);
  }
}

/** A line after the first is indented; an empty one is a dot. */
function described() {
  const [summary = '', ...rest] = given.description.trim().split('\n');
  return [summary.trim(), ...rest.map((line) => ` ${line.trim() || '.'}`)].join('\n');
}

function kibibytes(root) {
  const sizes = readdirSync(root, { recursive: true }).map((name) => lstatSync(join(root, name)).size);
  return Math.ceil(sizes.reduce((sum, size) => sum + size, 0) / 1024);
}

async function makeDeb(root) {
  const fields = {
    Package: given.name,
    Version: given.version,
    Architecture: given.architecture,
    Maintainer: given.maintainer,
    'Installed-Size': kibibytes(root),
    Depends: (given.depends ?? []).join(', '),
    Recommends: (given['deb-recommends'] ?? []).join(', '),
    Section: given.category ?? 'misc',
    Priority: given['deb-priority'] ?? 'optional',
    Homepage: given.url,
    Description: described(),
  };
  const control = join(root, 'DEBIAN');
  mkdirSync(control);
  const lines = Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined);
  writeFileSync(join(control, 'control'), lines.map(([name, value]) => `${name}: ${value}\n`).join(''));
  for (const [script, from] of Object.entries({ postinst: 'after-install', postrm: 'after-remove' })) {
    copyFileSync(given[from], join(control, script));
    chmodSync(join(control, script), 0o755);
  }
  const compression = { gz: 'gzip', zst: 'zstd', bzip2: 'gzip' }[given['deb-compression']] ?? given['deb-compression'];
  const level = LEVEL ? [`-z${LEVEL}`] : [];
  await runQuietly('dpkg-deb', ['--root-owner-group', `-Z${compression}`, ...level, '--build', root, given.package]);
}

/** What rpm calls the processors that electron-builder names in Debian's way. */
const RPM_NAMES = { amd64: 'x86_64', arm64: 'aarch64' };

/** In an .rpm's list, a folder of ours is listed whole; the system's own folders are not listed. */
function listed(root) {
  const places = files.map((file) => file.split('=')[1]);
  return places.map((place) => (lstatSync(join(root, place)).isDirectory() ? `"${place}/"` : `"${place}"`));
}

async function makeRpm(root, folder) {
  const payload = { xzmt: 'w6T.xzdio', gz: 'w6.gzdio', gzip: 'w6.gzdio', none: 'w0.gzdio' }[given['rpm-compression']];
  const spec = [
    '%define __os_install_post %{nil}',
    '%define _build_id_links none',
    `%define _binary_payload ${LEVEL ? `w${LEVEL}.gzdio` : (payload ?? 'w6.gzdio')}`,
    `Name: ${given.name}`,
    `Version: ${given.version}`,
    'Release: 1',
    `Summary: ${given['rpm-summary'] ?? given.description.trim().split('\n')[0]}`,
    `License: ${given.license}`,
    `URL: ${given.url}`,
    `Packager: ${given.maintainer}`,
    'AutoReqProv: no',
    ...(given.depends ?? []).map((name) => `Requires: ${name}`),
    '%description',
    given.description.trim(),
    '%post',
    scriptText('after-install'),
    '%postun',
    scriptText('after-remove'),
    '%files',
    '%defattr(-,root,root,-)',
    ...listed(root),
    '',
  ].join('\n');
  const file = join(folder, 'package.spec');
  writeFileSync(file, spec);
  const defines = { _topdir: folder, _rpmdir: folder, _rpmfilename: 'made.rpm' };
  const words = Object.entries(defines).flatMap(([name, value]) => ['--define', `${name} ${value}`]);
  await runQuietly('rpmbuild', [
    ...words,
    '--buildroot',
    root,
    '--target',
    RPM_NAMES[given.architecture] ?? given.architecture,
    '-bb',
    file,
  ]);
  copyFileSync(join(folder, 'made.rpm'), given.package);
}

function scriptText(name) {
  return readFileSync(given[name], 'utf8')
    .replace(/^#!.*\n/, '')
    .replaceAll('%', '%%');
}

const folder = mkdtempSync(join(tmpdir(), 'unroll-package-'));
try {
  const root = join(folder, 'root');
  mkdirSync(root);
  bringFiles(root);
  if (given.target === 'deb') await makeDeb(root);
  else if (given.target === 'rpm') await makeRpm(root, folder);
  else throw new Error(`Only .deb and .rpm can be made here, not ${given.target}.`);
} catch (error) {
  console.error(error.output ?? error.message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
