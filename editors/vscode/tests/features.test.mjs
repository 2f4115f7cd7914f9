// What a drafter sees in VS Code: each editor feature once, end to end, with the real server.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { workspace } from './sample.mjs';
import { startWorkbench, until } from './workbench.mjs';

const CITATION = 'It welcomes paragraph 15 of General Assembly resolution 67/172.';

const DRAFT = [
  '# Draft report',
  '',
  'It recalls paragraph 16 of General Assembly resolution 67/172.',
  '',
  'See A/HCR/53/26.',
  '',
  CITATION,
  '',
].join('\n');

const COPIED = 'The Fund s plan is new. It follows the Fund s work and the Fund s rules. '.repeat(8);

let code;

before(async () => {
  code = await startWorkbench({
    files: workspace({
      'draft.md': DRAFT,
      'draft.txt': 'See A/HCR/53/26.\n',
      'copied.txt': `${COPIED}\n`,
      'numbered.md': '1. One.\n\n2. See paragraph 1 above.\n\n3. As paragraph 1 above says.\n',
    }),
    settings: { 'penholder.path': process.env.PENHOLDER },
  });
  await code.open('draft.md');
});

afterEach(async (context) => code.recover(context));

after(async () => code?.stop());

test('findings are underlined as errors', async () => {
  await until('two squiggles', async () => (await code.squiggles()).filter((kind) => kind === 'error').length >= 2);
});

test('the status bar says that the server runs', async () => {
  await until('running', async () => /running/.test(await code.status()));
});

test('the Problems panel has message, code, source and position', async () => {
  const rows = await until('the rows', async () => {
    const seen = await code.problems();
    return seen.some((row) => row.includes('C005')) && seen.some((row) => row.includes('C001')) && seen;
  });
  const paragraph = rows.find((row) => row.includes('C005'));
  assert.match(paragraph, /67\/172 has 15 operative paragraphs/);
  assert.match(paragraph, /penholder/);
  assert.match(paragraph, /Ln 3, Col 12/);
  const symbol = rows.find((row) => row.includes('C001'));
  assert.match(symbol, /A\/HRC\/53\/26/);
  assert.match(symbol, /Ln 5, Col 5/);
  await code.picture('problems');
  await code.press('Control+Shift+m');
});

test('hover shows the title and the paragraph’s own words', async () => {
  const seen = await code.hover('paragraph 15', /lanterns and harbours/);
  assert.match(seen, /Protection of migrants/);
  await code.picture('hover');
});

test('a citation is a link to the document', async () => {
  await code.page.locator('.editor-instance .detected-link').filter({ hasText: '67/172' }).first().waitFor();
  await code.hover('67/172', /ctrl \+ click/);
  await code.page.locator('.monaco-hover a[data-href="https://docs.un.org/en/A/RES/67/172"]').first().waitFor();
  await code.picture('link');
});

test('Go to Definition opens the source', async () => {
  await code.goTo(7, CITATION.indexOf('67/172') + 2);
  await code.press('F12');
  await code.tab('sources/A_RES_67_172.txt');
  await code.press('Control+Tab');
  await code.tab('draft.md');
});

test('a quick fix from the menu changes the text and removes the finding', async () => {
  const fix = await code.quickFix(5, 6, 'Change to “A/HRC/53/26”');
  await code.picture('quick-fix');
  await fix.click();
  await until('the fixed text', async () => (await code.text()).includes('See A/HRC/53/26.'));
  await until('no finding on it', async () => !(await code.problems()).some((row) => row.includes('C001')));
  await code.press('Control+Shift+m');
});

test('typing brings a finding, and its fix takes it away', async () => {
  await code.replaceText('');
  await code.page.keyboard.type('The Council adopted Security Council resolution 1325 (2002) then. ');
  await until('the squiggle', async () => (await code.squiggles()).includes('error'));
  const rows = await until('the row', async () => {
    const seen = await code.problems();
    return seen.some((row) => row.includes('C002')) && seen;
  });
  assert.match(rows.find((row) => row.includes('C002')), /2000/);
  await code.press('Control+Shift+m');
  const fix = await code.quickFix(1, 52, 'Change to “1325 (2000)”');
  await fix.click();
  await until('the fixed text', async () => (await code.text()).includes('resolution 1325 (2000) then'));
  await until('no squiggle', async () => !(await code.squiggles()).includes('error'));
});

test('completion offers a symbol of the sources', async () => {
  await code.replaceText('');
  await code.page.keyboard.type('It recalls A/RES/67/17');
  await code.press('Control+Space');
  const item = code.page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: 'A/RES/67/172' });
  await item.first().waitFor();
  await code.picture('completion');
  await item.first().click();
  await until('the symbol', async () => (await code.text()) === 'It recalls A/RES/67/172');
});

test('plain text is a draft too', async () => {
  await code.goToFile('draft.txt');
  await until('the squiggle', async () => (await code.squiggles()).includes('error'));
});

test('a text copied out of a PDF is written anew, unsaved', async () => {
  await code.goToFile('copied.txt');
  await until('the notice', async () => (await code.squiggles()).includes('info'));
  const fix = await code.quickFix(1, 2, 'Clean up extracted text');
  await fix.click();
  await code.page.locator('.tab.active[data-resource-name^="Untitled"]').first().waitFor();
  await until('the mended text', async () => (await code.text()).startsWith('The Fund’s plan is new. It follows'));
  await code.picture('clean-up');
});

test('the line above a paragraph shows what refers to it', async () => {
  await code.goToFile('numbered.md');
  const line = code.page.locator('.codelens-decoration a').filter({ hasText: 'Referred to in 2 places' });
  const settings = { 'penholder.path': process.env.PENHOLDER, 'penholder.codeLens': true };
  await code.reconfigure(settings, 'the line', async () => (await line.count()) > 0);
  await line.click();
  const rows = code.page.locator('.zone-widget .ref-tree .monaco-list-row');
  await until('both places', async () => (await rows.filter({ hasText: 'paragraph 1 above' }).count()) === 2);
  await code.picture('code-lens');
});
