// Which program is the server, and whether it runs.
//
// The order is: the setting, the program that comes with the extension, PATH. A program is believed
// when `--version` has answered, so that a wrong path, a lost execute bit or a build for another
// machine is explained before any protocol is spoken to it.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Milliseconds that `--version` may take. */
const PATIENCE = 10_000;

/** A program that has answered. */
export interface Program {
  readonly path: string;
  /** The first line of its `--version`. */
  readonly version: string;
}

/** Why there is no program, as a sentence for the person at the keyboard. */
export class ProgramError extends Error {}

/** The path to try: `setting` is `penholder.path`, `extensionFolder` the extension's own folder. */
export function choose(setting: string, extensionFolder: string): string {
  const explicit = setting.trim();
  if (explicit !== '') {
    return explicit.startsWith('~/') ? join(homedir(), explicit.slice(2)) : explicit;
  }
  const name = process.platform === 'win32' ? 'penholder.exe' : 'penholder';
  const bundled = join(extensionFolder, 'server', name);
  return existsSync(bundled) ? bundled : name;
}

/** Runs `path --version`. Fails with a `ProgramError`. */
export async function prove(path: string): Promise<Program> {
  return await new Promise((resolve, reject) => {
    execFile(path, ['--version'], { timeout: PATIENCE }, (error, output) => {
      const version = output.trim().split('\n', 1)[0]?.trim() ?? '';
      if (error || version === '') {
        const why = error ? reason(error) : '“--version” says nothing';
        reject(new ProgramError(`Penholder cannot run “${path}”: ${why}. ${ADVICE}`));
        return;
      }
      resolve({ path, version });
    });
  });
}

const ADVICE = 'Set “penholder.path” to the path of the penholder program, or put penholder on PATH.';

function reason(error: Error & { code?: string | number | null; killed?: boolean }): string {
  if (error.code === 'ENOENT') {
    return 'there is no such program';
  }
  if (error.code === 'EACCES') {
    return 'it is not an executable file';
  }
  if (error.killed === true) {
    return `“--version” took longer than ${PATIENCE / 1000} seconds`;
  }
  return typeof error.code === 'number' ? `“--version” ended with code ${error.code}` : error.message;
}
