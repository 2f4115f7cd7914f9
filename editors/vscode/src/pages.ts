// The clearance report and the comparison of two versions, each in a tab beside the draft.
//
// The program makes the whole page; it is handed the text as it stands in the editor, saved or not. The
// page has no scripts, and none are allowed in it.
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { type TextDocument, Uri, ViewColumn, window } from 'vscode';
import type { Program } from './program';

/** Shows the clearance report of the active draft. */
export async function showReport(program: Program | undefined): Promise<void> {
  const draft = activeDraft();
  if (draft) {
    const name = draft.isUntitled ? 'untitled.md' : draft.fileName;
    await show(program, draft, 'Clearance report', ['report', '-', '--format', 'html', '--stdin-filename', name]);
  }
}

/** Asks for an earlier version of the active draft and shows what is different. */
export async function showComparison(program: Program | undefined): Promise<void> {
  const draft = activeDraft();
  if (!draft) {
    return;
  }
  const [earlier] =
    (await window.showOpenDialog({
      title: 'The earlier version',
      openLabel: 'Compare',
      ...(draft.isUntitled ? {} : { defaultUri: Uri.file(dirname(draft.fileName)) }),
      filters: { Drafts: ['md', 'txt', 'docx'] },
    })) ?? [];
  if (earlier) {
    const name = draft.isUntitled ? 'untitled.md' : draft.fileName;
    await show(program, draft, 'Comparison', [
      'compare',
      earlier.fsPath,
      '-',
      '--format',
      'html',
      '--stdin-filename',
      name,
    ]);
  }
}

/** The draft in the active editor; where there is none, a message says so. */
export function activeDraft(): TextDocument | undefined {
  const draft = window.activeTextEditor?.document;
  if (draft && ['markdown', 'plaintext'].includes(draft.languageId)) {
    return draft;
  }
  void window.showInformationMessage('Open a draft first: a Markdown or plain text file.');
  return undefined;
}

async function show(
  program: Program | undefined,
  draft: TextDocument,
  title: string,
  commandLine: string[],
): Promise<void> {
  if (!program) {
    void window.showErrorMessage('The Penholder server is not running.');
    return;
  }
  const { page, said } = await run(program.path, commandLine, draft.getText());
  if (!page) {
    void window.showErrorMessage(said || 'Penholder has made no page.');
    return;
  }
  const panel = window.createWebviewPanel('penholder.page', title, ViewColumn.Beside, { enableScripts: false });
  panel.webview.html = page;
}

/** What the program writes when it is handed `text`, and what it says beside it. */
async function run(path: string, commandLine: string[], text: string): Promise<{ page: string; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(path, commandLine, { stdio: 'pipe' });
    let page = '';
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (page += part));
    child.stderr.setEncoding('utf8').on('data', (part: string) => (said += part));
    child.on('error', (error) => resolve({ page: '', said: error.message }));
    child.on('close', () => resolve({ page, said }));
    // A program that has ended already says so itself.
    child.stdin.on('error', () => undefined).end(text);
  });
}
