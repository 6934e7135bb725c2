import * as vscode from 'vscode';
import type { Problem } from '../../core/sidecar/problem';
import { Text } from '../../core/text/text';
import { toRange } from '../adapt/position';
import type { FolderFiles } from './folderFiles';
import { PROBLEM_SOURCE } from './quickFixes';

/** Lists the broken lines of files at the roots of folders in Problems. */
export function registerLineProblems(files: FolderFiles<{ readonly problems: readonly Problem[] }>): vscode.Disposable {
  const problems = vscode.languages.createDiagnosticCollection();
  return vscode.Disposable.from(
    problems,
    files.onDidForget((uri) => problems.delete(uri)),
    files.onDidChange(({ uri, raw, reading }) => {
      const text = Text.of(raw);
      problems.set(
        uri,
        reading.problems.map((problem) => {
          const diagnostic = new vscode.Diagnostic(toRange(text, problem), problem.message);
          diagnostic.source = PROBLEM_SOURCE;
          return diagnostic;
        }),
      );
    }),
  );
}
