import * as vscode from 'vscode';
import { closeAll, finds, having, inFolder, quiet, write } from './editor';

const ASK = 'Could you review the audit report?\n';

describe('a change of settings', () => {
  afterEach(closeAll);

  it('turns a rule off and on at once', async () => {
    const document = await write(ASK);
    await finds(document, 'deadline-missing');
    await having('forthright.rules', { 'deadline-missing': 'off' }, () => quiet(document));
    await finds(document, 'deadline-missing');
  });

  it('takes a language out', async () => {
    const document = await write(ASK, 'markdown');
    await finds(document, 'deadline-missing');
    await having('forthright.languages', ['mail'], () => quiet(document));
    await finds(document, 'deadline-missing');
  });

  it('brings commit messages in', async () => {
    const document = await write(ASK, 'git-commit');
    await having('forthright.languages', ['git-commit'], () => finds(document, 'deadline-missing'));
    await quiet(document);
  });

  it('leaves drafts alone that are not saved', async () => {
    const document = await write(ASK);
    await finds(document, 'deadline-missing');
    await having('forthright.untitled', false, () => quiet(document));
  });

  it('goes before forthright.toml, a default does not', async () => {
    const file = inFolder('forthright.toml');
    await vscode.workspace.fs.writeFile(inFolder('ask.eml'), Buffer.from(`Hi Sam,\n\n${ASK}`));
    const document = await vscode.workspace.openTextDocument(inFolder('ask.eml'));
    await vscode.window.showTextDocument(document);
    await finds(document, 'deadline-missing');
    await vscode.workspace.fs.writeFile(file, Buffer.from('[rules]\ndeadline-missing = "off"\n'));
    await quiet(document);
    await having('forthright.rules', { 'deadline-missing': 'hint' }, () => finds(document, 'deadline-missing'));
    await quiet(document);
    await vscode.workspace.fs.delete(file);
    await finds(document, 'deadline-missing');
  });
});
