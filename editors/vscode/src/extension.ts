// The Penholder language server in VS Code.
//
// This file ties commands and settings to the session; every finding, hover and completion is the
// server's own.
import { type ExtensionContext, commands, window, workspace } from 'vscode';
import { showComparison, showReport } from './pages';
import { registerPlaces } from './places';
import { Session } from './session';
import { Status } from './status';

let session: Session | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel('Penholder');
  const status = new Status();
  const own = new Session(context, log, status);
  session = own;
  context.subscriptions.push(
    log,
    status,
    commands.registerCommand('penholder.restart', async () => own.restart()),
    commands.registerCommand('penholder.showLog', () => log.show()),
    commands.registerCommand('penholder.showVersion', () => showVersion(own)),
    commands.registerCommand('penholder.report', async () => showReport(own.program)),
    commands.registerCommand('penholder.compare', async () => showComparison(own.program)),
    registerPlaces(() => own.client),
    workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration('penholder.path')) {
        await own.restart();
      }
    }),
    workspace.onDidGrantWorkspaceTrust(async () => own.restart()),
  );
  await own.restart();
}

export async function deactivate(): Promise<void> {
  await session?.stop();
}

function showVersion({ program }: Session): void {
  void window.showInformationMessage(
    program ? `${program.version} (${program.path})` : 'The Penholder server is not running.',
  );
}
