import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import type { Connection } from './connection';

const run = promisify(execFile);

/** The pages of the rules, as documents: what `forthright explain RULE` prints. */
export class Explanations implements vscode.TextDocumentContentProvider {
  static readonly scheme = 'forthright-rule';

  constructor(private readonly connection: Connection) {}

  /** The page of one rule. */
  static uri(rule: string): vscode.Uri {
    return vscode.Uri.from({ scheme: Explanations.scheme, path: `${rule}.md` });
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    return asMarkdown(await this.program('explain', uri.path.replace(/\.md$/, '')));
  }

  /** What the program prints when it is given these arguments. */
  async program(...args: string[]): Promise<string> {
    const { stdout } = await run(this.connection.server().command, args, { env: { ...process.env, NO_COLOR: '1' } });
    return stdout;
  }
}

/** A page as it is printed in a terminal, as Markdown: its first line, its headings and each of its examples stand out. */
export function asMarkdown(page: string): string {
  return page
    .replace(/^(\S+) +(.*)$/m, '# $1\n\n*$2*')
    .replace(/^([A-Z][a-z]+)$\n/gm, '## $1\n\n')
    .replace(/^( +[✗→] .*\n)(?= +[✗✓])/gm, '$1\n')
    .replace(/^ +([✗→✓]) (.*)$/gm, '$1 $2  ');
}
