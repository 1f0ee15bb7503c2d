// What becomes of a draft in a folder that is not trusted: it is checked, and not by a program of the folder's choice.
import { REQUEST } from './drafts.mjs';
import { inEditor, until } from './editor.mjs';
import path from 'node:path';

const [vsix] = process.argv.slice(2);

await inEditor(
  {
    rig: process.env.RIG,
    out: path.join(process.env.OUT, 'untrusted'),
    vsix,
    // A program that finds nothing: were it taken, no underline would ever come.
    files: { 'contract.eml': REQUEST, '.vscode/settings.json': '{ "forthright.path": "/bin/true" }' },
    open: 'contract.eml',
    trusted: false,
  },
  async (editor) => {
    await until('the restriction', async () => /Restricted Mode/.test(await editor.status('status.workspaceTrust')));
    await until('underlines', () => editor.underlined());
    await editor.picture('1-draft');
  },
);
