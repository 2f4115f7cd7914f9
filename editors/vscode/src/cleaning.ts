// The command that writes a text copied out of a PDF anew, into a document that is not saved.
//
// The client registers the server's commands itself; what is added here is the draft, where the command
// palette names none, and the document that shows the answer.
import { window, workspace } from 'vscode';
import type { ExecuteCommandMiddleware } from 'vscode-languageclient/node';
import { activeDraft } from './pages';

/** What the server answers with; null where the draft does not look copied. */
type CleanText = { readonly text: string; readonly languageId: string } | null;

/** Opens what `penholder.cleanUp` answers with; other commands pass. */
export const cleaning: NonNullable<ExecuteCommandMiddleware['executeCommand']> = async (command, given, next) => {
  if (command !== 'penholder.cleanUp') {
    return next(command, given);
  }
  const address: unknown = given[0] ?? activeDraft()?.uri.toString();
  if (address === undefined) {
    return;
  }
  const clean = (await next(command, [address])) as CleanText;
  if (!clean) {
    void window.showInformationMessage('This text does not look copied out of a PDF; nothing is certain to mend.');
    return;
  }
  await window.showTextDocument(
    await workspace.openTextDocument({ content: clean.text, language: clean.languageId }),
  );
};
