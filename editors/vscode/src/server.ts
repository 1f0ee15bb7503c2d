import { type ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

/** Where the `forthright` program was found. */
export interface Server {
  readonly command: string;
  readonly from: 'setting' | 'extension' | 'PATH';
}

/** No program to run; the message tells the user what to do about it. */
export class NoServer extends Error {}

const PROGRAM = process.platform === 'win32' ? 'forthright.exe' : 'forthright';

/**
 * The program to run: the one the setting names, else the one in the extension, else the one on the PATH.
 *
 * A setting that names no program is an error and not a reason to look further: the user would never learn of it.
 */
export function findServer(setting: string, extensionPath: string, searchPath = process.env.PATH ?? ''): Server {
  if (setting !== '') {
    const command = setting.replace(/^~(?=\/|\\|$)/, os.homedir());
    if (isProgram(command)) {
      return { command, from: 'setting' };
    }
    throw new NoServer(`The setting “forthright.path” names ${command}, which is not a program.`);
  }
  const bundled = path.join(extensionPath, 'bundled', PROGRAM);
  if (isProgram(bundled)) {
    return { command: bundled, from: 'extension' };
  }
  for (const folder of searchPath.split(path.delimiter)) {
    const command = path.join(folder, PROGRAM);
    if (path.isAbsolute(folder) && isProgram(command)) {
      return { command, from: 'PATH' };
    }
  }
  throw new NoServer(
    'The “forthright” program is not on this machine. Install it with “cargo install forthright”, or set “forthright.path” to where it is.',
  );
}

/** Starts the program as a language server. */
export function run(server: Server): Promise<ChildProcess> {
  const program = spawn(server.command, ['lsp']);
  return new Promise((done, fail) => {
    program.on('error', fail);
    if (program.pid !== undefined) {
      done(program);
    }
  });
}

function isProgram(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
