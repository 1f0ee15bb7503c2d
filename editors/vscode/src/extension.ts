import * as vscode from 'vscode';
import { Connection } from './connection';
import { registerCommands } from './commands';
import { Explanations } from './explanations';
import { Status } from './status';

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel('Forthright', { log: true });
  const connection = new Connection(context.extensionPath, log);
  context.subscriptions.push(
    log,
    connection,
    new Status(connection),
    vscode.workspace.registerTextDocumentContentProvider(Explanations.scheme, new Explanations(connection)),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (Connection.settings.some((name) => change.affectsConfiguration(name))) {
        await connection.restart();
      }
    }),
    ...registerCommands(connection, log),
  );
  await connection.restart();
}
