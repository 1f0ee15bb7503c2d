// Runs the extension's own tests (editors/vscode/test) in the editor, as @vscode/test-electron would.
import path from 'node:path';
import { format } from 'node:util';
import { REQUEST } from './drafts.mjs';
import { inEditor } from './editor.mjs';

const [extension] = process.argv.slice(2);

const code = await inEditor(
  {
    rig: process.env.RIG,
    out: path.join(process.env.OUT, 'inside'),
    files: { 'contract.eml': REQUEST },
    development: { extension, tests: path.join(extension, 'dist/tests.js') },
  },
  async ({ page }, start) => {
    const ended = new Promise((done) => page.exposeFunction('codeAutomationExit', done));
    await page.exposeFunction('codeAutomationLog', (_, words) => {
      const line = format(...words);
      if (/^(  |measured: )/.test(line)) console.log(line);
    });
    await start();
    return ended;
  },
);
process.exitCode = code;
