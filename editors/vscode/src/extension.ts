// First of all, for what it starts takes its time.
import { early, HOME } from './early';
import * as vscode from 'vscode';
import { Connection } from './connection';
import { registerCommands } from './commands';
import { Explanations } from './explanations';
import { Status } from './status';

const log = vscode.window.createOutputChannel('Forthright', { log: true });
const connection = new Connection(HOME, log, early);
// Begun here because VS Code waits for its window before it calls `activate`, and a new window is busy for a while.
const begun = connection.restart();

export async function activate(context: vscode.ExtensionContext): Promise<void> {
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
  await begun;
}
