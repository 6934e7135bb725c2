import * as vscode from 'vscode';
import { Text } from '../../../core/text/text';
import { toRange } from '../../adapt/position';
import type { EntityFiles } from '../../articles/entityFiles';
import { PROBLEM_SOURCE } from '../../articles/quickFixes';

/** Lists the broken lines of the folders' knowledge bases in Problems. */
export function registerEntityProblems(files: EntityFiles): vscode.Disposable {
  const problems = vscode.languages.createDiagnosticCollection('newsmark entities');
  return vscode.Disposable.from(
    problems,
    files.onDidForget((uri) => problems.delete(uri)),
    files.onDidChange(({ uri, raw, problems: found }) => {
      const text = Text.of(raw);
      problems.set(
        uri,
        found.map((problem) => {
          const diagnostic = new vscode.Diagnostic(toRange(text, problem), problem.message);
          diagnostic.source = PROBLEM_SOURCE;
          return diagnostic;
        }),
      );
    }),
  );
}
