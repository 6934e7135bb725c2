import * as vscode from 'vscode';
import type { Version } from '../../core/agreement/passages';
import { t } from '../../core/l10n';
import type { Files } from '../../core/ports';
import type { FiledSidecar } from '../../core/sidecar/filed';
import { sidecarEnding, sidecarName } from '../../core/sidecar/paths';
import { placeSidecar } from '../../core/sidecar/place';
import { readSidecar } from '../../core/sidecar/read';
import { fileNameOf } from '../adapt/fileName';

/** An annotator's sidecar of an article, as it is filed. */
export interface FiledVersion {
  readonly annotator: string;
  readonly sidecar: FiledSidecar;
}

/** What annotators' sidecars beside an article hold, and what is wrong with those that can't be read. */
export interface FiledVersions {
  readonly versions: readonly FiledVersion[];
  readonly problems: readonly string[];
}

/** The sidecars beside an article that bear an annotator's name, in the order of the names. */
export async function filedVersions(article: vscode.Uri, files: Files): Promise<FiledVersions> {
  const folder = vscode.Uri.joinPath(article, '..');
  const name = fileNameOf(article);
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const endings = entries.flatMap(([file]) => sidecarEnding(file, name) ?? []).sort();
  const versions: FiledVersion[] = [];
  const problems: string[] = [];
  for (const ending of endings) {
    // The one without a name is what the curator decides.
    if (name + ending === sidecarName(name)) continue;
    const uri = vscode.Uri.joinPath(folder, name + ending);
    const reading = readSidecar((await files.read(uri.toString())) ?? '');
    const annotator = ending.slice(1, -sidecarName('').length);
    if (reading.kind === 'ok') versions.push({ annotator, sidecar: reading.sidecar });
    else problems.push(t('{0} can’t be read, and is left out.', name + ending));
  }
  return { versions, problems };
}

/** What the annotators say of a text. */
export function placedVersions(filed: readonly FiledVersion[], text: string): Version[] {
  return filed.map(({ annotator, sidecar }) => ({ annotator, set: placeSidecar(sidecar, text) }));
}
