// The picture of the README: the sample report with its findings, and the Problems panel.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startWorkbench, until } from './workbench.mjs';

const DRAFTS = fileURLToPath(new URL('../../../tests/drafts', import.meta.url));
const REPORT = 'report.md';

let code;

afterEach(async (context) => code?.recover(context));

after(async () => code?.stop());

/** Every file of the sample workspace, by its path in it. */
function sampleFiles() {
  return Object.fromEntries(
    readdirSync(DRAFTS, { recursive: true })
      .filter((path) => statSync(join(DRAFTS, path)).isFile())
      .map((path) => [path, readFileSync(join(DRAFTS, path))]),
  );
}

const absent = existsSync(join(DRAFTS, REPORT)) ? false : 'tests/drafts/report.md is not there';

test('the sample report with its findings', { skip: absent }, async () => {
  code = await startWorkbench({
    files: sampleFiles(),
    settings: {
      'penholder.path': process.env.PENHOLDER,
      'editor.wordWrap': 'on',
      'editor.occurrencesHighlight': 'off',
      'explorer.compactFolders': false,
    },
  });
  await code.open(REPORT);
  await until('squiggles', async () => (await code.squiggles()).length > 0);
  const rows = await until('findings', async () => {
    const seen = await code.problems();
    return seen.some((row) => /C\d\d\d/.test(row)) && seen;
  });
  await code.press('Control+b');
  await code.page.locator('.sidebar.part').waitFor({ state: 'hidden' });
  await until('running', async () => /: running/.test(await code.status()));
  await code.page.locator('.statusbar').filter({ hasText: 'Saving' }).waitFor({ state: 'hidden' });
  assert.ok(rows.length > 1, rows.join('\n'));
  const size = await code.picture('report');
  assert.ok(size < 300_000, `the picture has ${size} bytes`);
});
