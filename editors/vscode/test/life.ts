import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { closeAll, finds, quiet, until, write } from './editor';

const ASK = 'Could you review the audit report?\n';

/** The programs this editor runs as its language servers. */
function programs(): number[] {
  return execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.endsWith('forthright lsp'))
    .map((line) => Number.parseInt(line, 10));
}

async function rewrite(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
}

describe('the program', () => {
  afterEach(closeAll);

  it('is started again when it is killed, and knows the drafts', async () => {
    const document = await write(ASK);
    await finds(document, 'deadline-missing');
    const [before] = programs();
    assert.ok(before);
    process.kill(before, 'SIGKILL');
    await until('another program', () => programs().some((pid) => pid !== before));
    await rewrite(document, 'Lunch was great.\n');
    await quiet(document);
    await rewrite(document, ASK);
    await finds(document, 'deadline-missing');
  });

  it('is started again when words were on their way to it', async () => {
    const document = await write(ASK);
    await finds(document, 'deadline-missing');
    const [before] = programs();
    assert.ok(before);
    process.kill(before, 'SIGKILL');
    // Until this has returned, nobody in this process hears of the end.
    execFileSync('sleep', ['0.1']);
    await vscode.commands.executeCommand('forthright.checkAgain');
    await until('another program', () => programs().some((pid) => pid !== before));
    await rewrite(document, 'Lunch was great.\n');
    await quiet(document);
    await rewrite(document, ASK);
    await finds(document, 'deadline-missing');
  });

  it('is started again by command, one at a time', async () => {
    const document = await write(ASK);
    await finds(document, 'deadline-missing');
    const before = programs();
    await Promise.all([1, 2, 3].map(() => vscode.commands.executeCommand('forthright.restart')));
    await until('a single new program', () => programs().length === 1 && programs()[0] !== before[0]);
    await finds(document, 'deadline-missing');
  });

  it('finds this soon after its start', async () => {
    const document = await write(ASK);
    await finds(document, 'deadline-missing');
    const began = performance.now();
    const stopped = quiet(document).then(() => performance.now());
    await vscode.commands.executeCommand('forthright.restart');
    await finds(document, 'deadline-missing');
    const took = performance.now() - Math.max(began, await stopped);
    console.log(`measured: VS Code: program stopped to first finding of the new one, ${took.toFixed(0)} ms`);
  });

  it('checks again on request', async () => {
    const document = await write(ASK);
    await finds(document, 'deadline-missing');
    await vscode.commands.executeCommand('forthright.checkAgain');
    await finds(document, 'deadline-missing');
  });
});
