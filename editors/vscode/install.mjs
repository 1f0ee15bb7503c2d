// Builds the extension with its program and installs it, from a clean checkout:
//
//   node editors/vscode/install.mjs              into the first of code, codium, cursor, code-server that is there
//   node editors/vscode/install.mjs codium       into the editor named
import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const shell = process.platform === 'win32';
const run = (program, ...args) => execFileSync(program, args, { cwd: here, stdio: 'inherit', shell });
const answers = (program) => spawnSync(program, ['--version'], { stdio: 'ignore', shell }).status === 0;

const wanted = process.argv.slice(2);
const editor = (wanted.length > 0 ? wanted : ['code', 'codium', 'cursor', 'code-server']).find(answers);
if (editor === undefined) {
  console.error('No editor to install into: name yours, for example “node editors/vscode/install.mjs code-insiders”.');
  process.exit(1);
}
run('npm', 'run', 'setup');
run('npm', 'run', 'package', '--', '--out', 'forthright.vsix');
run(editor, '--install-extension', 'forthright.vsix');
