import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import type { Services } from '../../services';
import { exportAnnotations } from './exportAnnotations';
import { importAnnotations } from './importAnnotations';

/**
 * Takes the annotations of the article to another tool's format and back. Key bindings may answer the questions
 * beforehand: `"args": { "format": "brat", "file": "file:///…", "with": "decided" }`, and for the import
 * `"as": "suggested"`.
 */
export function registerTransfer(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(COMMANDS.export, (args?: unknown) => exportAnnotations(services, answersIn(args))),
    vscode.commands.registerCommand(COMMANDS.import, (args?: unknown) => importAnnotations(services, answersIn(args))),
  );
}

/** The answers that arguments give; from a menu, arguments are something else. */
function answersIn(args: unknown): Readonly<Record<string, string>> {
  if (typeof args !== 'object' || args === null) return {};
  const strings = Object.entries(args).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(strings);
}
