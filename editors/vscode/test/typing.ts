import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, finds, found, until, write } from './editor';

/** Paragraphs of plain report, so that the one request stands alone among about a thousand words. */
const REPORT = Array.from(
  { length: 60 },
  (_, place) =>
    `The figures of week ${place + 1} came in on time, and nothing in them was new to the people at the table.\n`,
);

/** Types as a hand does, letter by letter; what is found after each. */
async function typed(document: vscode.TextDocument, text: string): Promise<string[][]> {
  const seen: string[][] = [];
  for (const letter of text) {
    await vscode.commands.executeCommand('type', { text: letter });
    // Long enough for the program's answer, short enough for typing.
    await new Promise((wake) => setTimeout(wake, 30));
    seen.push(found(document));
  }
  return seen;
}

describe('a sentence under the writer’s hands', () => {
  afterEach(closeAll);

  it('has nothing said of it before its mark, and then at once', async () => {
    const document = await write('');
    const seen = await typed(document, 'Could you review the audit report');
    assert.deepEqual(seen.flat(), []);
    await vscode.commands.executeCommand('type', { text: '?' });
    await finds(document, 'deadline-missing');
  });

  it('has what is missing said of it when the writer stops', async () => {
    const document = await write('');
    assert.deepEqual((await typed(document, 'Could you review the audit report')).flat(), []);
    await finds(document, 'deadline-missing');
    const seen = await typed(document, ' and the price list');
    assert.ok(
      seen.every((rules) => rules.includes('deadline-missing')),
      'what is shown stays',
    );
  });

  it('has it said when the writer goes on to another line', async () => {
    const document = await write('\n\nThanks\nRobin\n');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await typed(document, 'Could you review the audit report');
    editor.selection = new vscode.Selection(2, 0, 2, 0);
    await finds(document, 'deadline-missing');
  });
});

describe('typing in a draft of a thousand words', () => {
  afterEach(closeAll);

  it('is answered, and this fast', async () => {
    const ask = 'Could you review the audit report?';
    const document = await write([...REPORT.slice(0, 30), `${ask}\n`, ...REPORT.slice(30)].join('\n'));
    await finds(document, 'deadline-missing');
    const line = document.positionAt(document.getText().indexOf(ask)).line;
    const times: number[] = [];
    for (let round = 0; round < 40; round++) {
      const complete = round % 2 === 1;
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, document.lineAt(line).range, complete ? ask : 'The auditors read it.');
      const answered = new Promise<number>((done) => {
        const subscription = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
          if (
            uris.some((uri) => uri.toString() === document.uri.toString()) &&
            found(document).length > 0 === complete
          ) {
            subscription.dispose();
            done(performance.now());
          }
        });
      });
      await vscode.workspace.applyEdit(edit);
      const started = performance.now();
      times.push((await answered) - started);
      await until('the answer', () => found(document).length > 0 === complete);
    }
    times.sort((one, other) => one - other);
    const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1);
    console.log(
      `measured: VS Code, 1,000 words: change to diagnostics event, median ${at(0.5)} ms, slowest ${at(1)} ms`,
    );
  });
});
