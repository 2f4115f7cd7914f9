// How the server is started, and what a drafter sees when it is not there.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, afterEach, before, test } from 'node:test';
import { workspace } from './sample.mjs';
import { startWorkbench, until } from './workbench.mjs';

const SERVER = process.env.PENHOLDER;

let code;

before(async () => {
  code = await startWorkbench({
    files: workspace({ 'draft.md': 'See A/HCR/53/26.\n' }),
    settings: { 'penholder.path': '/nowhere/penholder' },
  });
  await code.open('draft.md');
});

afterEach(async (context) => code.recover(context));

after(async () => code?.stop());

test('a missing program is explained, and a button opens the setting', async () => {
  const message = code.notification('Penholder cannot run “/nowhere/penholder”: there is no such program');
  await message.waitFor();
  assert.match(await message.textContent(), /Set “penholder\.path” to the path of the penholder program/);
  await until('the state', async () => /not running/.test(await code.status()));
  await code.picture('missing-program');
  await message.getByText('Open Setting').click();
  const setting = code.page.locator('.settings-editor .setting-item').filter({ hasText: 'Penholder: Path' });
  await setting.first().waitFor();
  await code.picture('open-setting');
  await code.press('Escape');
  await setting.first().waitFor({ state: 'hidden' });
});

test('a corrected path starts the server without a reload', async () => {
  await code.reconfigure({ 'penholder.path': SERVER }, 'running', async () => /: running/.test(await code.status()));
  await until('the squiggle', async () => (await code.squiggles()).includes('error'));
});

test('a command shows the version', async () => {
  const version = spawnSync(SERVER, ['--version'], { encoding: 'utf8' }).stdout.trim();
  await code.run('Penholder: Show Version');
  await code.notification(version).waitFor();
});

test('a command replaces the server, and findings come back', async () => {
  const [before] = code.servers(SERVER);
  await code.run('Penholder: Restart Server');
  await until('another server, alone', async () => {
    const [now, ...others] = code.servers(SERVER);
    return now !== undefined && now !== before && others.length === 0;
  });
  await until('running', async () => /: running/.test(await code.status()));
  await until('the squiggle', async () => (await code.squiggles()).includes('error'));
});

test('a command shows the log', async () => {
  await code.run('Penholder: Show Log');
  await code.page.locator('.panel .output-view, .part.panel [id="workbench.panel.output"]').first().waitFor();
});
