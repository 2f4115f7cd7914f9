// One server at a time: starts it, replaces it, ends it.
//
// Starting proves the program first. Requests to start follow each other in a queue, because a
// language client must not be stopped while it starts.
import { type Disposable, type ExtensionContext, type OutputChannel, commands, env, window, workspace } from 'vscode';
import { LanguageClient, State } from 'vscode-languageclient/node';
import { cleaning } from './cleaning';
import { placesFeature } from './places';
import { type Program, ProgramError, choose, prove } from './program';
import type { Status } from './status';

const LANGUAGES = ['markdown', 'plaintext'];
const SCHEMES = ['file', 'untitled'];

export class Session {
  /** The client of the server that runs now. */
  client: LanguageClient | undefined;
  private stateWatch: Disposable | undefined;
  private queue: Promise<void> = Promise.resolve();
  /** The program that serves now. */
  program: Program | undefined;

  constructor(
    private readonly context: ExtensionContext,
    private readonly log: OutputChannel,
    private readonly status: Status,
  ) {}

  /** Ends the running server, if any, and starts a new one. Failures are shown, not thrown. */
  async restart(): Promise<void> {
    this.queue = this.queue.then(async () => {
      await this.end();
      try {
        await this.begin();
      } catch (error) {
        this.fail(error);
      }
    });
    await this.queue;
  }

  async stop(): Promise<void> {
    this.queue = this.queue.then(async () => this.end());
    await this.queue;
  }

  private async begin(): Promise<void> {
    this.status.show(State.Starting);
    const setting = workspace.getConfiguration('penholder').get('path', '');
    const program = await prove(choose(setting, this.context.extensionPath));
    this.log.appendLine(`${program.version} (${program.path})`);
    const client = new LanguageClient(
      'penholder',
      'Penholder',
      { command: program.path, args: ['lsp'] },
      {
        documentSelector: LANGUAGES.flatMap((language) => SCHEMES.map((scheme) => ({ language, scheme }))),
        outputChannel: this.log,
        middleware: { executeCommand: cleaning },
      },
    );
    client.registerFeature(placesFeature);
    this.client = client;
    this.stateWatch = client.onDidChangeState((change) => this.status.show(change.newState, program));
    await client.start();
    this.program = program;
  }

  private async end(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    this.program = undefined;
    this.stateWatch?.dispose();
    // A client whose start has failed refuses to stop; there is nothing left to end then.
    await client?.dispose().catch(() => undefined);
    this.status.show(State.Stopped);
  }

  private fail(error: unknown): void {
    this.status.show(State.Stopped);
    const text = error instanceof ProgramError ? error.message : `Penholder did not start: ${String(error)}`;
    this.log.appendLine(text);
    // Not awaited: the message stays until it is dismissed, and a restart must not wait for that.
    void window.showErrorMessage(text, 'Open Setting', 'Show Log').then(async (answer) => {
      if (answer === 'Open Setting') {
        await openSetting();
      } else if (answer === 'Show Log') {
        this.log.show();
      }
    });
  }
}

/** Shows `penholder.path`, which in a remote window is a setting of the remote machine. */
async function openSetting(): Promise<void> {
  const editor = env.remoteName === undefined ? 'openSettings' : 'openRemoteSettings';
  await commands.executeCommand(`workbench.action.${editor}`, { query: 'penholder.path' });
}
