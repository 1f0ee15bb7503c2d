import * as vscode from 'vscode';

/** The settings a user has chosen in the editor, by name, as they hold in one place.
 *
 * Defaults are left out, because what the editor says goes before `forthright.toml`: a default is nothing it says.
 */
export function chosen(scope: vscode.Uri | undefined): Record<string, unknown> {
  const settings = vscode.workspace.getConfiguration('forthright', scope);
  const names = Object.keys(settings).filter((name) => typeof settings[name] !== 'function');
  return Object.fromEntries(names.filter((name) => isChosen(settings, name)).map((name) => [name, settings.get(name)]));
}

function isChosen(settings: vscode.WorkspaceConfiguration, name: string): boolean {
  const found = settings.inspect(name);
  return (
    found?.globalValue !== undefined || found?.workspaceValue !== undefined || found?.workspaceFolderValue !== undefined
  );
}
