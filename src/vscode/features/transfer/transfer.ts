import * as vscode from 'vscode';
import { COMMANDS } from '../../contributions';
import type { Services } from '../../services';
import { convertFiles } from './convertFiles';
import { exportAnnotations } from './exportAnnotations';
import { exportArticles } from './exportArticles';
import { importAnnotations } from './importAnnotations';
import { importFiles } from './importFiles';
import { mergeVersion } from './mergeVersion';
import { undoImports } from './undoImport';

/**
 * Takes annotations to other tools' formats and back, and two people's versions together. Key bindings may answer the
 * questions beforehand: `"args": { "format": "brat", "file": "file:///…", "with": "decided" }`, and for the import
 * `"as": "suggested"`. The same for several articles: `"to"` is a folder, or a file where the format holds all in one, and
 * with it nothing is asked; `"labels"`, `"split"`, `"seed"`, `"tokenizer"`, `"scheme"` and `"license"` are as on the command
 * line, `"card"` is `"yes"` or `"no"`; `"within"` is a folder to export, `"from"` a file or folder to import or convert,
 * `"into"` a folder for new articles.
 */
export function registerTransfer(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(COMMANDS.export, (args?: unknown) => exportAnnotations(services, answersIn(args))),
    vscode.commands.registerCommand(COMMANDS.import, (args?: unknown) => importAnnotations(services, answersIn(args))),
    vscode.commands.registerCommand(COMMANDS.exportArticles, (clicked?: unknown, selected?: unknown) =>
      exportArticles(services, placesIn(clicked, selected), answersIn(clicked)),
    ),
    vscode.commands.registerCommand(COMMANDS.importFiles, (args?: unknown) => importFiles(services, answersIn(args))),
    vscode.commands.registerCommand(COMMANDS.undoImport, () => undoImports(services)),
    vscode.commands.registerCommand(COMMANDS.convertFiles, (args?: unknown) => convertFiles(services, answersIn(args))),
    vscode.commands.registerCommand(COMMANDS.mergeVersion, (args?: unknown) => mergeVersion(services, answersIn(args))),
  );
}

/** The files and folders of an Explorer's selection; from the palette there are none. */
function placesIn(clicked: unknown, selected: unknown): vscode.Uri[] {
  const all: readonly unknown[] = Array.isArray(selected) ? selected : [clicked];
  const { within } = answersIn(clicked);
  if (within !== undefined) return [vscode.Uri.parse(within, true)];
  return all.filter((place) => place instanceof vscode.Uri);
}

/** The answers that arguments give; from a menu, arguments are something else. */
function answersIn(args: unknown): Readonly<Record<string, string>> {
  if (typeof args !== 'object' || args === null || args instanceof vscode.Uri) return {};
  const strings = Object.entries(args).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(strings);
}
