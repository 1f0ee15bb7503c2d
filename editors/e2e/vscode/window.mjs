// What a person sees and does in the window, with the extension installed from its package.
import assert from 'node:assert/strict';
import { REQUEST } from './drafts.mjs';
import { inEditor, until } from './editor.mjs';

const [vsix] = process.argv.slice(2);

/** Says how far the test has come, for whoever reads the log of one that failed. */
const began = Date.now();
const step = (name, value) =>
  console.log(`${String(Date.now() - began).padStart(7)} ms  ${name}: ${JSON.stringify(value)}`);

await inEditor(
  {
    rig: process.env.RIG,
    out: process.env.OUT,
    vsix,
    files: { 'audit.eml': REQUEST },
    open: 'audit.eml',
    settings: {
      'workbench.colorTheme': 'Default Light Modern',
      'editor.fontSize': 15,
    },
  },
  async (editor) => {
    const { page } = editor;
    await page.waitForSelector('.editor-instance .view-lines .view-line');
    step(
      'the draft is open',
      await until('the language', async () => (await editor.status('status.editor.mode')) === 'Email'),
    );
    step('underlined', await until('underlines', () => editor.underlined()));
    step(
      'status bar',
      await until('the summary', async () => /ask|finding/.exec((await editor.status('forthright')) ?? '')?.input),
    );
    const hinted = /by when\?|\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b/;
    step('hints', await until('hints', async () => (await editor.lines()).find((line) => hinted.test(line))));
    await editor.picture('1-draft');

    await editor.command('View: Focus Problems');
    const before = await until('problems', async () => {
      const rows = await editor.problems();
      return rows.length > 0 && rows;
    });
    step('problems', before);
    await editor.picture('2-problems');

    await editor.goTo(7, 5);
    const offered = await editor.openMenu();
    step('offered', offered);
    await editor.picture('3-menu');
    const days = offered.filter((row) => /\bby \w+/.test(row));
    assert.ok(days.length >= 1, 'a day is offered');
    await editor.choose(/\bby \w+/);
    await until('the request said plainly', async () =>
      (await editor.lines()).some((line) => /(Could you|Please) review the audit report by /i.test(line)),
    );
    const saved = await editor.save('audit.eml', (text) => / by .*[?.]/.test(text) && !text.includes('wondering'));
    assert.equal(
      saved.split('\n').slice(0, 5).join('\n'),
      REQUEST.split('\n').slice(0, 5).join('\n'),
      'the headers stay',
    );
    assert.ok(saved.includes('> On Tuesday you asked'), 'the quote stays');
    step('saved', saved);
    await editor.picture('4-fixed');
  },
);
