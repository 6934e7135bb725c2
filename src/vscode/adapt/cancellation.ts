import type * as vscode from 'vscode';
import type { Cancellation } from '../../core/ports';

/** The editor's token as the core knows it. */
export function cancellationOf(token: vscode.CancellationToken): Cancellation {
  return {
    get aborted() {
      return token.isCancellationRequested;
    },
  };
}
