// The real VS Code workbench for a test: code-server on a free local port, seen through Chromium.
//
// Each workbench has folders, a home, a browser profile and a process group of its own, and leaves
// nothing behind. Everything waits for what a person would see; nothing sleeps for a fixed time.
//
// Environment: CODE_SERVER, its package's folder; VSIX, the extension; CHROMIUM, the browser;
// PENHOLDER_SCREENSHOTS, the folder for pictures.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';

/** How long anything may take on a busy machine, in milliseconds. */
const PATIENCE = Number(process.env.PATIENCE ?? 60_000);

const PICTURES = process.env.PENHOLDER_SCREENSHOTS ?? join(tmpdir(), 'penholder-screenshots');

/** Settings that keep a workbench quiet: no welcome page, no telemetry, no update, no chat. */
const QUIET = {
  'chat.disableAIFeatures': true,
  'editor.hover.delay': 50,
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/** Polls until `look` returns something true, and returns that. */
export async function until(what, look) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`timed out: ${what}, last seen: ${JSON.stringify(seen)}`);
    await pause(50);
  }
}

/** Starts a workbench on a folder that holds `files` (path to text), with `settings`. */
export async function startWorkbench({ files, settings }) {
  const workbench = new Workbench();
  try {
    workbench.write(files);
    workbench.configure(settings);
    workbench.install(required('VSIX'));
    await workbench.serve();
    await workbench.browse();
    return workbench;
  } catch (error) {
    await workbench.stop();
    throw error;
  }
}

class Workbench {
  root = mkdtempSync(join(tmpdir(), 'penholder-vscode-'));
  folder = join(this.root, 'drafts');
  data = join(this.root, 'data');

  write(files) {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), text);
    }
  }

  /**
   * Writes the settings; a running workbench takes them up. The window is a remote one, whose
   * machine settings are in a file of their own: a setting of machine scope counts only there, all
   * others in the user's file. Each file is replaced whole, so that nobody reads half of it.
   */
  configure(settings) {
    const text = JSON.stringify({ ...QUIET, ...settings }, null, 2);
    for (const scope of ['User', 'Machine']) {
      mkdirSync(join(this.data, scope), { recursive: true });
      const file = join(this.data, scope, 'settings.json');
      writeFileSync(`${file}.new`, text);
      renameSync(`${file}.new`, file);
    }
  }

  /**
   * Writes the settings until `seen` says that they are in force: a workbench on a busy machine
   * watches its settings files only some time after its window is there.
   */
  async reconfigure(settings, what, seen) {
    let next = 0;
    await until(what, async () => {
      if (Date.now() > next) {
        this.configure(settings);
        next = Date.now() + 5000;
      }
      return seen();
    });
  }

  install(vsix) {
    const done = spawnSync(process.execPath, [...this.command(), '--install-extension', vsix], {
      env: this.environment(),
      encoding: 'utf8',
    });
    if (!/successfully installed/.test(done.stdout)) throw new Error(`${done.stdout}${done.stderr}`);
  }

  command() {
    const entry = join(required('CODE_SERVER'), 'out', 'node', 'entry.js');
    return [entry, '--user-data-dir', this.data, '--extensions-dir', join(this.root, 'extensions')];
  }

  environment() {
    const home = join(this.root, 'home');
    mkdirSync(home, { recursive: true });
    return {
      HOME: home,
      LANG: 'C.UTF-8',
      PATH: process.env.PATH,
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_DATA_HOME: join(home, 'data'),
    };
  }

  async serve() {
    this.port = await freePort();
    const log = join(this.root, 'server.log');
    const sink = openSync(log, 'w');
    const flags = ['--auth', 'none', '--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'];
    // A process group of its own: its id ends the server, the extension host and the language server.
    this.server = spawn(
      process.execPath,
      [...this.command(), '--bind-addr', `127.0.0.1:${this.port}`, ...flags, '--disable-getting-started-override'],
      { env: this.environment(), stdio: ['ignore', sink, sink], detached: true },
    );
    await until('code-server', async () => {
      if (this.server.exitCode !== null) throw new Error(readFileSync(log, 'utf8'));
      return fetch(`http://127.0.0.1:${this.port}/healthz`).then((answer) => answer.ok, () => false);
    });
  }

  async browse() {
    this.browser = await chromium.launchPersistentContext(join(this.root, 'chromium'), {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      headless: true,
      viewport: { width: 1280, height: 800 },
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    });
    this.page = this.browser.pages()[0] ?? (await this.browser.newPage());
    this.page.setDefaultTimeout(PATIENCE);
  }

  async stop() {
    await this.browser?.close().catch(() => {});
    if (this.server?.pid !== undefined && this.server.exitCode === null) {
      const gone = new Promise((resolve) => this.server.once('exit', resolve));
      process.kill(-this.server.pid, 'SIGTERM');
      await Promise.race([gone, pause(5000, undefined, { ref: false })]);
    }
    try {
      if (this.server) process.kill(-this.server.pid, 'SIGKILL');
    } catch {
      // The whole group has ended by itself.
    }
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Opens the folder with `file` in the editor. */
  async open(file) {
    const uri = `vscode-remote://127.0.0.1:${this.port}${join(this.folder, file)}`;
    const query = new URLSearchParams({ folder: this.folder, payload: JSON.stringify([['openFile', uri]]) });
    await this.page.goto(`http://127.0.0.1:${this.port}/?${query}`);
    await this.page.locator('.editor-instance .view-line').first().waitFor();
    await this.tab(file);
  }

  /** Opens another file of the folder, by its name. */
  async goToFile(file) {
    await this.press('Control+p');
    const box = this.page.locator('.quick-input-widget input[type=text]');
    await box.waitFor();
    await box.fill(file);
    await this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: file }).first().waitFor();
    await this.press('Enter');
    await this.tab(file);
  }

  /** Waits until the active tab shows `file`. */
  async tab(file) {
    await this.page.locator(`.tab.active[data-resource-name="${file.split('/').at(-1)}"]`).first().waitFor();
  }

  /** Saves what is on the screen, 1280 by 800, and returns its size in bytes. */
  async picture(name) {
    mkdirSync(PICTURES, { recursive: true });
    return (await this.page.screenshot({ path: join(PICTURES, `${name}.png`) })).length;
  }

  /** For `afterEach`: after a failure, keeps how the screen looked, and closes what the test left open. */
  async recover(test) {
    if (test.passed) return;
    await this.picture(`failed-${test.name.replaceAll(/\W+/g, '-')}`);
    await this.press('Escape', 'Escape');
  }

  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Runs a command through the command palette. */
  async run(title) {
    await this.press('F1');
    const box = this.page.locator('.quick-input-widget input[type=text]');
    await box.waitFor();
    await box.fill(`>${title}`);
    await this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first().waitFor();
    await this.press('Enter');
  }

  /** Puts the cursor on a place of the text; both count from 1. */
  async goTo(line, column) {
    await this.press('Control+g');
    const box = this.page.locator('.quick-input-widget input[type=text]');
    await box.waitFor();
    await box.fill(`:${line}:${column}`);
    await this.press('Enter');
    await box.waitFor({ state: 'hidden' });
    await this.page.locator('.monaco-editor.focused').first().waitFor();
  }

  /**
   * Opens the menu of quick fixes at a place and returns the row with `title`. The key is pressed again
   * while no menu opens: the workbench drops it when the focus is still on its way to the editor.
   */
  async quickFix(line, column, title) {
    const row = this.page.locator('.action-widget .monaco-list-row').filter({ hasText: title }).first();
    await until(`the quick fix ${title}`, async () => {
      await this.press('Escape');
      await this.goTo(line, column);
      await this.press('Control+.');
      return row.waitFor({ timeout: 3000 }).then(() => true, () => false);
    });
    return row;
  }

  /** Replaces the whole text of the editor. */
  async replaceText(text) {
    await this.page.locator('.editor-instance .view-lines').first().click({ position: { x: 300, y: 5 } });
    await this.press('Control+a', 'Delete');
    if (text !== '') await this.page.keyboard.insertText(text);
    await until('the new text', async () => (await this.text()) === text);
  }

  /** The text of the editor, as far as it is visible; soft-wrapped lines count as lines. */
  async text() {
    return this.page.locator('.editor-instance .view-line').evaluateAll((lines) =>
      lines
        .sort((a, b) => Number.parseFloat(a.style.top) - Number.parseFloat(b.style.top))
        .map((line) => line.textContent.replaceAll('\u00a0', ' '))
        .join('\n'),
    );
  }

  /** The kind of each squiggle in view: `error`, `warning`, `info`. */
  async squiggles() {
    return this.page
      .locator('.editor-instance .cdr[class*=squiggly-]')
      .evaluateAll((marks) => marks.map((mark) => /squiggly-(\w+)/.exec(mark.className)[1]));
  }

  /** The rows of the Problems panel; opens it where it is closed. */
  async problems() {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) {
      await this.press('Control+Shift+m');
      await panel.waitFor();
    }
    return panel.locator('.monaco-list-row').evaluateAll((rows) => rows.map((row) => row.textContent));
  }

  /** Where `text` stands on the screen. */
  async place(text) {
    return until(`“${text}” in view`, async () =>
      this.page.evaluate((wanted) => {
        for (const line of document.querySelectorAll('.editor-instance .view-line')) {
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const at = node.data.replaceAll('\u00a0', ' ').indexOf(wanted);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + wanted.length);
            const box = range.getBoundingClientRect();
            return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
          }
        }
        return null;
      }, text),
    );
  }

  /**
   * Puts the mouse on `text` and returns the hover, once it matches `expected`. A mouse that a test
   * moves can be on its place before the editor looks; so it leaves and comes again.
   */
  async hover(text, expected) {
    const parts = this.page.locator('.monaco-hover:not(.hidden) .hover-contents');
    let seen = '';
    for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
      await this.press('Escape');
      await this.page.mouse.move(640, 780);
      await parts.first().waitFor({ state: 'hidden' });
      const { x, y } = await this.place(text);
      await this.page.mouse.move(x, y + 2);
      await this.page.mouse.move(x, y, { steps: 3 });
      for (const soon = Date.now() + 5000; Date.now() < soon; await pause(50)) {
        seen = (await parts.allTextContents()).join('\n');
        if (expected.test(seen)) return seen;
      }
    }
    throw new Error(`no hover with ${expected}, last seen: ${seen}`);
  }

  /** The notification that holds `text`. */
  notification(text) {
    return this.page.locator('.notification-toast').filter({ hasText: text }).first();
  }

  /** The process ids of the language servers that this workbench runs. */
  servers(program) {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((id) => {
        try {
          const group = readFileSync(`/proc/${id}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')[2];
          const words = readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
          return Number(group) === this.server.pid && words.includes(program) && words.includes('lsp');
        } catch {
          return false; // The process has ended meanwhile.
        }
      });
  }

  /** The status bar item's text with its state, as a screen reader says it. */
  async status() {
    const item = this.page.locator('.statusbar-item[id*="penholder.status"] a').first();
    return (await item.getAttribute('aria-label')) ?? '';
  }
}

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; editors/test.sh sets it`);
  return value;
}

async function freePort() {
  const probe = createServer();
  await new Promise((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
