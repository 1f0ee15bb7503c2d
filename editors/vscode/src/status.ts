import * as vscode from 'vscode';
import { CodeLensRequest } from 'vscode-languageclient/node';
import type { Connection } from './connection';

/** Whether the user wants to see in this place what a draft asks and promises. */
export function summaryIsIn(place: 'statusBar' | 'codeLens'): boolean {
  return vscode.workspace.getConfiguration('forthright').get('summary') === place;
}

/** The item in the status bar: what the draft before the user asks and promises. A click opens the list of findings. */
export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('forthright.summary', vscode.StatusBarAlignment.Right, 90);
  private readonly subscriptions: vscode.Disposable[];
  private timer: NodeJS.Timeout | undefined;
  /** Counts the refreshes begun, so that a late answer never overwrites a newer one. */
  private refreshes = 0;

  constructor(private readonly connection: Connection) {
    this.item.name = 'Forthright';
    // A little later, so that the program has heard of a change as well and of several only the last is asked about.
    const refresh = (): void => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.refresh(), 30);
    };
    this.subscriptions = [
      connection.onDidChange(refresh),
      connection.calm.onDidEnd(refresh),
      vscode.window.onDidChangeActiveTextEditor(refresh),
      vscode.languages.onDidChangeDiagnostics((change) => {
        const open = vscode.window.activeTextEditor?.document.uri.toString();
        if (change.uris.some((uri) => uri.toString() === open)) {
          refresh();
        }
      }),
      vscode.workspace.onDidChangeTextDocument((change) => {
        if (change.document === vscode.window.activeTextEditor?.document) {
          refresh();
        }
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('forthright.summary')) {
          refresh();
        }
      }),
    ];
    refresh();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.forEach((subscription) => subscription.dispose() as unknown);
    this.item.dispose();
  }

  private async refresh(): Promise<void> {
    if (this.connection.calm.isTyped(vscode.window.activeTextEditor?.document.uri)) {
      return;
    }
    const refresh = ++this.refreshes;
    const document = vscode.window.activeTextEditor?.document;
    const draft = document !== undefined && this.connection.isDraft(document);
    await vscode.commands.executeCommand('setContext', 'forthright.draft', draft);
    if (!draft || !summaryIsIn('statusBar')) {
      this.item.hide();
      return;
    }
    if (this.connection.trouble !== undefined) {
      this.show('$(warning) Forthright', this.connection.trouble, 'forthright.showLog');
      return;
    }
    if (this.connection.client === undefined) {
      this.show('$(sync~spin) Forthright', 'Forthright is starting', 'forthright.showLog');
      return;
    }
    const summary = (await this.summary(document)) ?? findings(document);
    if (refresh === this.refreshes) {
      this.show(`$(mail) ${summary}`, `Forthright: ${findings(document)}`, 'workbench.actions.view.problems');
    }
  }

  private show(text: string, tooltip: string, command: string): void {
    Object.assign(this.item, { text, tooltip, command });
    this.item.show();
  }

  /** The line the program puts above a draft, such as “2 asks · 1 undated”. */
  private async summary(document: vscode.TextDocument): Promise<string | undefined> {
    const client = this.connection.client;
    if (client === undefined) {
      return undefined;
    }
    const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
    const lenses = await client.sendRequest(CodeLensRequest.type, { textDocument }).catch(() => null);
    return lenses?.[0]?.command?.title;
  }
}

function findings(document: vscode.TextDocument): string {
  const count = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'forthright').length;
  switch (count) {
    case 0:
      return 'nothing to say';
    case 1:
      return '1 finding';
    default:
      return `${count} findings`;
  }
}
