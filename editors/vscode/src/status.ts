// The status bar item. It shows the server's state and nothing else; what the findings are is the
// Problems panel's to show.
import { type Disposable, StatusBarAlignment, ThemeColor, window } from 'vscode';
import { State } from 'vscode-languageclient/node';
import type { Program } from './program';

export class Status implements Disposable {
  private readonly item = window.createStatusBarItem('penholder.status', StatusBarAlignment.Right, 100);

  constructor() {
    this.item.name = 'Penholder';
    this.item.command = 'penholder.showLog';
    this.show(State.Starting);
    this.item.show();
  }

  show(state: State, program?: Program): void {
    this.item.text = `${ICON[state]} Penholder`;
    this.item.tooltip = [`Penholder: ${WORD[state]}`, program?.version, program?.path].filter(Boolean).join('\n');
    this.item.backgroundColor =
      state === State.Stopped ? new ThemeColor('statusBarItem.warningBackground') : undefined;
  }

  dispose(): void {
    this.item.dispose();
  }
}

const ICON: Record<State, string> = {
  [State.Starting]: '$(sync~spin)',
  [State.Running]: '$(check)',
  [State.Stopped]: '$(warning)',
};

const WORD: Record<State, string> = {
  [State.Starting]: 'starting',
  [State.Running]: 'running',
  [State.Stopped]: 'not running',
};
