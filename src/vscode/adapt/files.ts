import * as vscode from 'vscode';
import { type FolderedFiles, NotTextError } from '../../core/ports';
import type { Host } from '../host';
import { nothingWhereMissing } from './missing';

/**
 * Files by URI. Those of the machine itself go through the host's own file system where it has one: the editor's file
 * service removes a file before it renames another one over it, so that whoever dies in between leaves none. All others
 * (remote, virtual, in a browser) go through the editor.
 * @param host `localFiles` where the host is on the machine that has them; `locks` where it shares them with other windows
 */
export function editorFiles({ localFiles: local, locks }: Host): FolderedFiles {
  const isLocal = (uri: vscode.Uri) => local !== undefined && uri.scheme === 'file';
  return {
    read: (path) => {
      const uri = vscode.Uri.parse(path, true);
      return local && isLocal(uri) ? local.read(uri.fsPath) : read(uri);
    },
    replace: (path, text) => {
      const uri = vscode.Uri.parse(path, true);
      return local && isLocal(uri) ? local.replace(uri.fsPath, text) : replace(uri, text);
    },
    exclusively: (path, job) => {
      const uri = vscode.Uri.parse(path, true);
      // Files that are neither local nor shared with other windows have no writer but this one.
      return local && isLocal(uri)
        ? local.exclusively(uri.fsPath, job)
        : (locks?.request(`newsmark ${path}`, job) ?? job());
    },
    isAtomic: (path) => {
      const uri = vscode.Uri.parse(path, true);
      return local !== undefined && isLocal(uri) && local.isAtomic(uri.fsPath);
    },
    names: (folder) => {
      const uri = vscode.Uri.parse(folder, true);
      return local && isLocal(uri) ? local.names(uri.fsPath) : names(uri);
    },
  };
}

async function read(uri: vscode.Uri): Promise<string | undefined> {
  const bytes = await vscode.workspace.fs.readFile(uri).then(undefined, nothingWhereMissing);
  if (!bytes) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new NotTextError({ cause });
  }
}

async function names(folder: vscode.Uri): Promise<readonly string[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, nothingWhereMissing);
  return (entries ?? []).map(([name]) => name);
}

async function replace(uri: vscode.Uri, text: string): Promise<void> {
  // The editor would make a folder that was removed again, for the sidecar alone.
  await vscode.workspace.fs.stat(vscode.Uri.joinPath(uri, '..'));
  const bytes = new TextEncoder().encode(text);
  // Replacing a link would cut it off from its file.
  if (await isLink(uri)) return vscode.workspace.fs.writeFile(uri, bytes);
  // Never the same name twice: in an extension host, a file that once could not be written can't be written again.
  const temporary = uri.with({ path: `${uri.path}.${Math.random().toString(36).slice(2, 8)}.tmp` });
  try {
    await vscode.workspace.fs.writeFile(temporary, bytes);
    await vscode.workspace.fs.rename(temporary, uri, { overwrite: true });
  } catch (error) {
    await vscode.workspace.fs.delete(temporary).then(undefined, asAbsent);
    throw error;
  }
}

async function isLink(uri: vscode.Uri): Promise<boolean> {
  const stats = await vscode.workspace.fs.stat(uri).then(undefined, asAbsent);
  return stats !== undefined && (stats.type & vscode.FileType.SymbolicLink) !== 0;
}

/** For a file that may never have come to be: a failure worth telling is told by what follows or went before. */
function asAbsent(): undefined {
  return undefined;
}
