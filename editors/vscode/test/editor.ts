import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Asks again and again until the answer is yes, and returns it. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + 120_000;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) {
      return answer;
    }
    await new Promise((wake) => setTimeout(wake, 20));
  }
  assert.fail(`waited in vain for ${what}`);
}

/** Opens a draft that is not saved anywhere. */
export async function write(content: string, language = 'mail'): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ content, language });
  await vscode.window.showTextDocument(document);
  return document;
}

/** A file of the folder the tests run in. */
export function inFolder(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the tests run in a folder');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** The ids of the rules that have something to say of a draft, in order of place. */
export function found(document: vscode.TextDocument): string[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'forthright')
    .sort((one, other) => one.range.start.compareTo(other.range.start))
    .map(({ code }) => String(typeof code === 'object' ? code.value : code));
}

/** Waits until a rule has something to say of a draft. */
export function finds(document: vscode.TextDocument, rule: string): Promise<true> {
  return until(`${rule} in the draft`, () => found(document).includes(rule));
}

/** Waits until no rule has anything to say. */
export function quiet(document: vscode.TextDocument): Promise<true> {
  return until('quiet', () => found(document).length === 0);
}

/** Changes a setting of the user's for the length of one act. */
export async function having(setting: string, value: unknown, act: () => Promise<unknown>): Promise<void> {
  const change = (to: unknown): Thenable<void> =>
    vscode.workspace.getConfiguration().update(setting, to, vscode.ConfigurationTarget.Global);
  await change(value);
  try {
    await act();
  } finally {
    await change(undefined);
  }
}

/** What the light bulb offers for a stretch of a draft. */
export function offers(
  document: vscode.TextDocument,
  words: string,
  kind: vscode.CodeActionKind,
): Thenable<vscode.CodeAction[]> {
  const at = document.positionAt(document.getText().indexOf(words));
  return vscode.commands.executeCommand(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(at, at),
    kind.value,
    50,
  );
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
