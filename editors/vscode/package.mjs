// Makes forthright-PLATFORM.vsix, the extension with the program in it.
//
//   npm run package                                    builds the program for this machine first
//   npm run package -- --server FILE [--target NAME]   takes a program that is already there, perhaps for another machine
//   npm run package -- --pictures URL                  keeps the README's pictures, which are to be found under this address
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const { values } = parseArgs({
  options: {
    server: { type: 'string' },
    target: { type: 'string' },
    out: { type: 'string' },
    pictures: { type: 'string' },
  },
});
const target = values.target ?? `${process.platform}-${process.arch === 'arm' ? 'armhf' : process.arch}`;
const out = path.resolve(values.out ?? path.join(here, `forthright-${target}.vsix`));
const run = (program, ...args) =>
  execFileSync(program, args, {
    cwd: here,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });

let server = values.server && path.resolve(values.server);
if (!server) {
  run('cargo', 'build', '--release', '--locked', '--manifest-path', path.join(root, 'Cargo.toml'));
  const folder = path.join(process.env.CARGO_TARGET_DIR ?? path.join(root, 'target'), 'release');
  server = path.join(folder, process.platform === 'win32' ? 'forthright.exe' : 'forthright');
}

const bundled = path.join(here, 'bundled');
fs.rmSync(bundled, { recursive: true, force: true });
fs.mkdirSync(bundled);
fs.copyFileSync(server, path.join(bundled, target.startsWith('win32') ? 'forthright.exe' : 'forthright'));
fs.chmodSync(path.join(bundled, fs.readdirSync(bundled)[0]), 0o755);
for (const licence of ['LICENSE-MIT', 'LICENSE-APACHE']) {
  fs.copyFileSync(path.join(root, licence), path.join(here, licence));
}

// An extension's page shows pictures from the web or none.
const readme = fs.readFileSync(path.join(here, 'README.md'), 'utf8');
const pictures = values.pictures
  ? readme.replaceAll('../../docs/pictures', values.pictures)
  : readme.replace(/^!\[.*\n\n/gm, '');
fs.mkdirSync(path.join(here, 'dist'), { recursive: true });
fs.writeFileSync(path.join(here, 'dist/README.md'), pictures);

run('npm', 'run', '--silent', 'build');
run(
  'npx',
  '--no',
  'vsce',
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  '--readme-path',
  'dist/README.md',
  '--target',
  target,
  '--out',
  out,
);
