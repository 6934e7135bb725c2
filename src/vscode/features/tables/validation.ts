import * as vscode from 'vscode';
import { FOLDER_FILES, folderFileProblems } from '../../../core/corpus/folderFileProblems';
import { t } from '../../../core/l10n';
import { articleNames } from '../../../core/sidecar/paths';
import type { Problem } from '../../../core/sidecar/problem';
import { readSidecar } from '../../../core/sidecar/read';
import { validateSidecar } from '../../../core/sidecar/validate';
import { Text } from '../../../core/text/text';
import { fileNameOf } from '../../adapt/fileName';
import { statOf } from '../../adapt/missing';
import { toRange } from '../../adapt/position';
import { say } from '../../adapt/say';
import type { Services } from '../../services';

/**
 * Checks every sidecar of the workspace against its article, and the lines of the folders' own files, as `newsmark validate`
 * does, and lists what is wrong.
 */
export async function validateAll(services: Services, problems: vscode.DiagnosticCollection): Promise<void> {
  problems.clear();
  const wanted = `**/{*.newsmark.json,${FOLDER_FILES.join()}}`;
  let sidecars: readonly vscode.Uri[] = [];
  let count = 0;
  const isWhole = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: t('Checking annotations'), cancellable: true },
    async (progress, cancellation) => {
      sidecars = await filesLike(wanted, cancellation);
      for (const uri of sidecars) {
        if (cancellation.isCancellationRequested) return false;
        progress.report({ increment: 100 / sidecars.length, message: vscode.workspace.asRelativePath(uri) });
        const found = await findingsIn(services, uri);
        count += found.length;
        // Those at the roots of folders are listed all the time.
        if (!isListed(services, uri)) problems.set(uri, found);
      }
      return !cancellation.isCancellationRequested;
    },
  );
  // Of what was not looked at, nothing can be said.
  if (!isWhole) return;
  if (count === 0) return say(t('Nothing is wrong in {0} files of annotations.', sidecars.length));
  await vscode.commands.executeCommand('workbench.actions.view.problems');
  say(t('{0} problems in {1} files of annotations.', count, sidecars.length));
}

/** The workspace's files of such names. Some file systems have no search, and then never answer: who stops it goes on. */
function filesLike(names: string, cancellation: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
  const found = vscode.workspace.findFiles(names, '**/node_modules/**', undefined, cancellation);
  return new Promise((resolve, reject) => {
    cancellation.onCancellationRequested(() => resolve([]));
    found.then(resolve, reject);
  });
}

function isListed({ knowledge, dismissals }: Services, uri: vscode.Uri): boolean {
  const root = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  return root !== undefined && [knowledge.files, dismissals].some((each) => `${each.uriIn(root)}` === uri.toString());
}

async function findingsIn({ files, labels }: Services, uri: vscode.Uri): Promise<vscode.Diagnostic[]> {
  try {
    const raw = (await files.read(uri.toString())) ?? '';
    const name = fileNameOf(uri);
    if (FOLDER_FILES.includes(name)) {
      const lines = Text.of(raw);
      return folderFileProblems(name, raw).map((found) => diagnosticOf(lines, found, 'broken'));
    }
    const article = await articleOf(uri, raw);
    const text = article && Text.of((await files.read(article.toString())) ?? '').value;
    const file = Text.of(raw);
    const expected = { text, ...(article && { set: labels.of(article) }) };
    return validateSidecar(raw, expected).map(({ code, ...found }) => diagnosticOf(file, found, code));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [new vscode.Diagnostic(new vscode.Range(0, 0, 0, 0), reason, vscode.DiagnosticSeverity.Error)];
  }
}

function diagnosticOf(text: Text, { message, ...span }: Problem, code: string): vscode.Diagnostic {
  const problem = new vscode.Diagnostic(toRange(text, span), message, vscode.DiagnosticSeverity.Warning);
  problem.source = 'Newsmark';
  problem.code = code;
  return problem;
}

/** The article beside a sidecar; the one that it names first, where that fits its own name. */
async function articleOf(sidecar: vscode.Uri, raw: string): Promise<vscode.Uri | undefined> {
  const reading = readSidecar(raw);
  const named = reading.kind === 'broken' ? undefined : reading.sidecar.article.file;
  const names = articleNames(fileNameOf(sidecar)).sort((a, b) => Number(b === named) - Number(a === named));
  for (const name of names) {
    const uri = vscode.Uri.joinPath(sidecar, '..', name);
    if ((await statOf(uri)) !== undefined) return uri;
  }
  return undefined;
}
