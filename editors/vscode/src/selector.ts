import * as vscode from 'vscode';

/** The settings that decide which documents are drafts. */
export const SELECTOR_SETTINGS = ['forthright.languages', 'forthright.untitled', 'forthright.sourceControlInput'];

/** Documents of one language mode, from one kind of place. */
interface Filter {
  readonly language: string;
  readonly scheme: string;
}

/** Which documents are drafts. */
export function selector(settings: vscode.WorkspaceConfiguration): Filter[] {
  const schemes = settings.get<boolean>('untitled', true) ? ['file', 'untitled'] : ['file'];
  const filters: Filter[] = settings
    .get<string[]>('languages', [])
    .flatMap((language) => schemes.map((scheme) => ({ language, scheme })));
  if (settings.get<boolean>('sourceControlInput', false)) {
    filters.push({ language: 'scminput', scheme: 'vscode-scm' });
  }
  return filters;
}
