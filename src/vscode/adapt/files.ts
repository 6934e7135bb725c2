import * as vscode from 'vscode';
import { type Files, NotTextError } from '../../core/ports';

/**
 * Files by URI. Those of the machine itself go through the host's own file system where it has one: the editor's file
 * service removes a file before it renames another one over it, so that whoever dies in between leaves none. All others
 * (remote, virtual, in a browser) go through the editor.
 * @param local files by file path, where the host is on the machine that has them
 */
export function editorFiles(local?: Files): Files {
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
      return local && isLocal(uri) ? local.exclusively(uri.fsPath, job) : exclusively(path, job);
    },
    isAtomic: (path) => {
      const uri = vscode.Uri.parse(path, true);
      return local !== undefined && isLocal(uri) && local.isAtomic(uri.fsPath);
    },
  };
}

async function read(uri: vscode.Uri): Promise<string | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new NotTextError({ cause });
  }
}

async function replace(uri: vscode.Uri, text: string): Promise<void> {
  // The editor would make a folder that was removed again, for the sidecar alone.
  await vscode.workspace.fs.stat(vscode.Uri.joinPath(uri, '..'));
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** What this needs of the Web Locks API (W3C), which both browsers and their workers have. */
interface Locks {
  request<T>(name: string, job: () => Promise<T>): Promise<T>;
}

/** All windows of a browser take turns; a host without such locks has files that no other window of ours writes. */
async function exclusively<T>(path: string, job: () => Promise<T>): Promise<T> {
  const { navigator } = globalThis as { navigator?: { locks?: Locks } };
  return navigator?.locks ? navigator.locks.request(`newsmark ${path}`, job) : job();
}
