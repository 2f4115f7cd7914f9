// Which program is chosen, and what is said about one that does not run. Needs no editor.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { choose, prove } from '../src/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'penholder-program-'));
after(() => rmSync(folder, { recursive: true }));

function script(name, text, mode = 0o755) {
  const path = join(folder, name);
  writeFileSync(path, text, { mode });
  return path;
}

test('the setting comes first, then the bundled program, then PATH', () => {
  const extension = join(folder, 'extension');
  assert.equal(choose('', extension), 'penholder');
  mkdirSync(join(extension, 'server'), { recursive: true });
  writeFileSync(join(extension, 'server', 'penholder'), '');
  assert.equal(choose('', extension), join(extension, 'server', 'penholder'));
  assert.equal(choose(' /opt/penholder ', extension), '/opt/penholder');
  assert.equal(choose('~/bin/penholder', extension), join(homedir(), 'bin/penholder'));
});

test('a program that answers is believed', async () => {
  const path = script('good', '#!/bin/sh\n[ "$1" = --version ] && echo "penholder 9.9.9"\n');
  assert.deepEqual(await prove(path), { path, version: 'penholder 9.9.9' });
});

for (const [what, path, reason] of [
  ['is not there', join(folder, 'none'), 'there is no such program'],
  ['is not executable', script('plain', 'text', 0o644), 'it is not an executable file'],
  ['fails', script('bad', '#!/bin/sh\nexit 3\n'), '“--version” ended with code 3'],
  ['says nothing', script('silent', '#!/bin/sh\n'), '“--version” says nothing'],
]) {
  test(`a program that ${what} is explained, with the setting`, async () => {
    await assert.rejects(prove(path), (error) => {
      assert.ok(error.message.includes(reason), error.message);
      assert.ok(error.message.includes('“penholder.path”'), error.message);
      assert.ok(error.message.includes(path), error.message);
      return true;
    });
  });
}
