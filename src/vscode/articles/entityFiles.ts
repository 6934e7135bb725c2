import type * as vscode from 'vscode';
import { ENTITY_FILE, readWorkspaceBase, type WorkspaceReading } from '../../core/knowledge/workspaceBase';
import type { Files } from '../../core/ports';
import { type FolderFile, FolderFiles } from './folderFiles';

/** A folder's own knowledge base, and what the last look at it came to. */
export type EntityFile = FolderFile<WorkspaceReading>;

/** The knowledge bases of the open folders. */
export type EntityFiles = FolderFiles<WorkspaceReading>;

export function entityFiles(files: Files, log: vscode.LogOutputChannel): EntityFiles {
  return new FolderFiles(ENTITY_FILE, readWorkspaceBase, files, log);
}
