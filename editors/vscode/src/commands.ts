import * as vscode from 'vscode';
import { DidCloseTextDocumentNotification, DidOpenTextDocumentNotification } from 'vscode-languageclient/node';
import type { Connection } from './connection';
import { Explanations } from './explanations';

/** What the command palette offers. */
export function registerCommands(connection: Connection, log: vscode.LogOutputChannel): vscode.Disposable[] {
  const command = (name: string, run: (...args: never[]) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(`forthright.${name}`, run);
  return [
    command('restart', () => connection.restart()),
    command('showLog', () => {
      log.show();
    }),
    command('rewriteDraft', () =>
      take(connection, vscode.CodeActionKind.RefactorRewrite, 'Nothing to rearrange here.'),
    ),
    command('fixDraft', () =>
      take(connection, vscode.CodeActionKind.SourceFixAll.append('forthright'), 'No safe fix to apply here.'),
    ),
    command('checkAgain', () => checkAgain(connection)),
    command('explainRule', (rule?: string) => explainRule(connection, rule)),
    command('openExample', openExample),
  ];
}

/** Applies the program's first offer of one kind to the whole draft. */
async function take(connection: Connection, kind: vscode.CodeActionKind, nothing: string): Promise<void> {
  const document = draft(connection);
  if (document === undefined) {
    return;
  }
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const offers = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    whole,
    kind.value,
    1,
  );
  const offer = offers.find(
    ({ edit, kind: offered }) => edit !== undefined && offered !== undefined && kind.contains(offered),
  );
  if (offer?.edit === undefined) {
    void vscode.window.showInformationMessage(`Forthright: ${nothing}`);
    return;
  }
  await vscode.workspace.applyEdit(offer.edit, { isRefactoring: true });
}

/** Hands the draft over as if it had just been opened. */
async function checkAgain(connection: Connection): Promise<void> {
  const document = draft(connection);
  const client = connection.client;
  if (document === undefined || client === undefined) {
    return;
  }
  const converter = client.code2ProtocolConverter;
  try {
    await client.sendNotification(DidCloseTextDocumentNotification.type, converter.asCloseTextDocumentParams(document));
    await client.sendNotification(DidOpenTextDocumentNotification.type, converter.asOpenTextDocumentParams(document));
  } catch {
    // The program has just gone, and the next one is handed every draft.
  }
}

async function explainRule(connection: Connection, rule: string | undefined): Promise<void> {
  const chosen = rule ?? (await chooseRule(connection));
  if (chosen !== undefined) {
    await vscode.commands.executeCommand('markdown.showPreview', Explanations.uri(chosen));
  }
}

/** Asks for a rule; those with something to say at the cursor come first. */
async function chooseRule(connection: Connection): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const here = new Map<string, vscode.QuickPickItem>();
  for (const finding of editor === undefined ? [] : vscode.languages.getDiagnostics(editor.document.uri)) {
    if (finding.source === 'forthright' && editor?.selection.intersection(finding.range) !== undefined) {
      const id = String(typeof finding.code === 'object' ? finding.code.value : finding.code);
      here.set(id, { label: id, description: 'at the cursor', detail: finding.message });
    }
  }
  const all = (await new Explanations(connection).program('rules'))
    .split('\n')
    .map((line) => /^\s*([a-z-]+)\s+(off|hint|info|warning|error)\s+(.*)$/.exec(line))
    .filter((row) => row !== null)
    .map(([, label = '', description = '', detail = '']): vscode.QuickPickItem => ({ label, description, detail }))
    .filter(({ label }) => !here.has(label));
  const choice = await vscode.window.showQuickPick([...here.values(), ...all], {
    placeHolder: 'Which rule?',
    matchOnDetail: true,
  });
  return choice?.label;
}

async function openExample(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({
    language: 'mail',
    content: [
      'To: Sam Field <sam@example.org>',
      'Subject: Audit report',
      '',
      'Hi Sam,',
      '',
      'I was just wondering if you might possibly be able to take a look at the IT security audit report whenever you get a chance? The auditors come next month. No worries if not!',
      '',
      'Thanks,',
      'Robin',
      '',
    ].join('\n'),
  });
  await vscode.window.showTextDocument(document);
}

/** The draft before the user, or nothing and a word about it. */
function draft(connection: Connection): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined || !connection.isDraft(document)) {
    void vscode.window.showInformationMessage('Forthright: open a draft first.');
    return undefined;
  }
  return document;
}
