import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { findServer, NoServer } from '../src/server';

describe('where the program is looked for', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forthright-server-'));
  const program = (...names: string[]): string => {
    const file = path.join(folder, ...names, 'forthright');
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, '', { mode: 0o755 });
    return file;
  };
  const named = program('named');
  const bundled = program('extension', 'bundled');
  const installed = program('bin');
  const extension = path.join(folder, 'extension');
  const bin = path.join(folder, 'bin');

  after(() => {
    fs.rmSync(folder, { recursive: true });
  });

  it('is the setting first', () => {
    assert.deepEqual(findServer(named, extension, bin), { command: named, from: 'setting' });
  });

  it('is the extension next', () => {
    assert.deepEqual(findServer('', extension, bin), { command: bundled, from: 'extension' });
  });

  it('is the PATH last', () => {
    const search = ['relative', '/nowhere', bin].join(path.delimiter);
    assert.deepEqual(findServer('', folder, search), { command: installed, from: 'PATH' });
  });

  it('is nowhere else when the setting is wrong', () => {
    const wrong = path.join(folder, 'absent');
    assert.throws(
      () => findServer(wrong, extension, bin),
      (error) => error instanceof NoServer && error.message.includes(wrong),
    );
  });

  it('is told to the user when it is nowhere', () => {
    assert.throws(() => findServer('', folder, '/nowhere'), /cargo install forthright/);
  });
});
