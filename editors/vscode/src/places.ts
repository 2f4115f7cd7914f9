// The command behind a line above a paragraph: shows the places that refer to it.
//
// The protocol has no request for this, so the server asks only clients that say they have the command.
import { type Disposable, commands } from 'vscode';
import type { ClientCapabilities, LanguageClient, Location, Position, StaticFeature } from 'vscode-languageclient/node';

const COMMAND = 'penholder.showPlaces';

/** Says to the server that the command is there. */
export const placesFeature: StaticFeature = {
  fillClientCapabilities(capabilities: ClientCapabilities): void {
    capabilities.experimental = { ...capabilities.experimental, commands: { commands: [COMMAND] } };
  },
  initialize(): void {},
  getState: () => ({ kind: 'static' }),
  clear(): void {},
};

/** The command itself; `client` gives the one that serves when it is called. */
export function registerPlaces(client: () => LanguageClient | undefined): Disposable {
  return commands.registerCommand(COMMAND, async (address: string, at: Position, places: Location[]) => {
    const convert = client()?.protocol2CodeConverter;
    if (convert) {
      await commands.executeCommand(
        'editor.action.showReferences',
        convert.asUri(address),
        convert.asPosition(at),
        places.map(convert.asLocation),
      );
    }
  });
}
