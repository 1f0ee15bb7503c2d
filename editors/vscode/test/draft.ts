import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, finds, found, having, inFolder, offers, quiet, until, write } from './editor';

const ASK = 'Hi Sam,\n\nCould you review the audit report?\n\nThanks\nRobin\n';

const SOFT = 'Could you just send me the totals by Friday?\n';

describe('a draft', () => {
  afterEach(closeAll);

  it('is a mail by its name', async () => {
    const document = await vscode.workspace.openTextDocument(inFolder('contract.eml'));
    assert.equal(document.languageId, 'mail');
  });

  it('is checked before it is saved', async () => {
    await finds(await write(ASK), 'deadline-missing');
  });

  it('is left alone in other languages', async () => {
    const program = await write(ASK, 'python');
    await finds(await write(ASK), 'deadline-missing');
    assert.deepEqual(found(program), []);
  });

  it('is offered days for a request without one, the best first', async () => {
    const document = await write(ASK);
    await finds(document, 'deadline-missing');
    const days = (await offers(document, 'review', vscode.CodeActionKind.QuickFix)).filter(({ title }) =>
      /\bby /.test(title),
    );
    assert.ok(days.length >= 3, days.map(({ title }) => title).join('; '));
    assert.deepEqual(
      days.map(({ isPreferred }) => isPreferred === true),
      days.map((_, place) => place === 0),
    );
    const [best] = days;
    assert.ok(best?.edit);
    await vscode.workspace.applyEdit(best.edit);
    assert.match(document.getText(), /Could you review the audit report by .+\?/);
    await quiet(document);
  });

  it('has a hint where the day would be', async () => {
    const document = await write(ASK);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await until('hints', async () => {
      const all = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        whole,
      );
      return all.length > 0 && all;
    });
    assert.ok(hints.some(({ position }) => position.line === 2));
  });

  it('says in a hover why a finding matters', async () => {
    const document = await write(ASK);
    await finds(document, 'deadline-missing');
    const at = document.positionAt(ASK.indexOf('review'));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    const said = hovers.flatMap(({ contents }) => contents).map((part) => (part as vscode.MarkdownString).value);
    assert.match(said.join('\n'), /What/);
    assert.doesNotMatch(said.join('\n'), /deadline-missing/, 'VS Code itself shows the message');
  });

  it('is rearranged as a clear request by command', async () => {
    const reason = 'The auditors come on 14 December.';
    const document = await write(`Hi Sam,\n\nI was just wondering if you could review the audit report? ${reason}\n`);
    await finds(document, 'wondering-frame');
    await vscode.commands.executeCommand('forthright.rewriteDraft');
    await until('the rewritten draft', () => /review the audit report by \w+ \d/.test(document.getText()));
    assert.ok(document.getText().includes(reason));
  });

  it('has every safe fix applied by command', async () => {
    const document = await write(SOFT);
    await finds(document, 'just-minimizer');
    await vscode.commands.executeCommand('forthright.fixDraft');
    await until('the fix', () => document.getText() === SOFT.replace(' just', ''));
  });

  it('has every safe fix applied when it is saved, if the user wants that', async () => {
    await vscode.workspace.fs.writeFile(inFolder('soft.eml'), Buffer.from(SOFT));
    const document = await vscode.workspace.openTextDocument(inFolder('soft.eml'));
    await vscode.window.showTextDocument(document);
    await finds(document, 'just-minimizer');
    await having('editor.codeActionsOnSave', { 'source.fixAll.forthright': 'always' }, async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), 'Hello. ');
      await vscode.workspace.applyEdit(edit);
      await document.save();
    });
    const saved = Buffer.from(await vscode.workspace.fs.readFile(document.uri)).toString();
    assert.equal(saved, `Hello. ${SOFT.replace(' just', '')}`);
  });
});
