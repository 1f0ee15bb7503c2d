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
    files: { 'contract.eml': REQUEST },
    open: 'contract.eml',
    settings: {
      'workbench.colorTheme': 'Default Light Modern',
      'workbench.activityBar.location': 'hidden',
      'workbench.layoutControl.enabled': false,
      'window.commandCenter': false,
      'breadcrumbs.enabled': false,
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
    await editor.press('Control+b');
    step('underlined', await until('underlines', () => editor.underlined()));
    const { text, extension } = await editor.delays();
    console.log(`measured: VS Code, cold start: first finding seen ${text} ms after the text`);
    // Ready is the editor from the moment on at which its extension host is up and it asks for the extension.
    if (extension) console.log(`measured: VS Code, cold start: first finding seen ${extension} ms after it was ready`);
    step(
      'status bar',
      await until('the summary', async () => /ask|finding/.exec((await editor.status('forthright')) ?? '')?.input),
    );
    const hinted = /Friday ?\d+ \w/;
    step('hints', await until('hints', async () => (await editor.lines()).find((line) => hinted.test(line))));
    await editor.picture('1-draft');

    await editor.goTo(7, 5);
    await editor.command('Show or Focus Hover');
    step('hover', await until('the hover', () => editor.hover()));
    await editor.picture('2-hover');
    await editor.press('Escape');

    await page.click('.statusbar-item[id*="forthright"] a');
    step('problems', await until('problems', async () => (await editor.problems()).length >= 2 && editor.problems()));
    await editor.picture('3-problems');
    await editor.press('Control+j');

    await editor.goTo(7, 5);
    const offered = await editor.openMenu();
    step('offered', offered);
    await editor.picture('4-menu');
    assert.match(offered[1], /by \w+ \d/, 'the first offer names a day');
    await editor.choose(/by \w+ \d/);
    const plain = /(Could you|Please) review the supplier contract by \w+ \d+/i;
    await until('the request said plainly', async () => plain.test((await editor.lines()).join('\n')));
    const saved = await editor.save('contract.eml', (text) => plain.test(text) && !text.includes('wondering'));
    const upTo = (text, words) => text.slice(0, text.indexOf(words));
    assert.equal(upTo(saved, 'Hi Sam'), upTo(REQUEST, 'Hi Sam'), 'the headers stay');
    assert.ok(saved.endsWith(REQUEST.slice(REQUEST.indexOf('Thanks,'))), 'the quote and the signature stay');
    step('saved', saved);
    await editor.picture('5-fixed');

    await editor.command('Forthright: Explain a Rule');
    await page.waitForSelector('.quick-input-list .monaco-list-row:has-text("warning")');
    await editor.picture('6-rules');
    await editor.pick('ask-no-owner');
    await page.waitForSelector('.tab:has-text("ask-no-owner")');
    step('explained', await until('the page of the rule', () => editor.webview(/ask-no-owner/)));
    await editor.picture('7-explained');

    await editor.command('Preferences: Open Settings (UI)');
    await page.click('.settings-editor .search-container');
    await page.keyboard.type('@ext:forthright.forthright date');
    await page.waitForSelector('.settings-editor .setting-item-label:has-text("Date Style")');
    await editor.picture('8-settings');
    await editor.press('Escape');
    await editor.press('Escape');

    await editor.command('Welcome: Open Walkthrough...');
    await page.waitForSelector('.quick-input-list .monaco-list-row:has-text("Say who")');
    await editor.pick('Say who');
    step('welcomed', await until('the walkthrough', () => editor.webview(/What becomes of it|what becomes of it/)));
    await editor.picture('9-walkthrough');

    await editor.command('Forthright: Open an Example Draft');
    step(
      'example',
      await until('the example', async () => (await editor.lines()).find((line) => /wondering/.test(line))),
    );
    await until('underlines', () => editor.underlined());
    await editor.picture('10-example');
  },
);
