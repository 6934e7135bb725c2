import { ENTITY_FILE, readWorkspaceBase } from '../knowledge/workspaceBase';
import type { Problem } from '../sidecar/problem';
import { DISMISSED_FILE, readDismissals } from './dismissals';

/** The names of the files that a folder has beside its articles' sidecars, a line for each thing that they say. */
export const FOLDER_FILES: readonly string[] = [ENTITY_FILE, DISMISSED_FILE];

/**
 * What is wrong with the lines of such a file.
 * @param name of the file, without its folder
 * @returns at offsets of the file's text with LF line ends
 */
export function folderFileProblems(name: string, raw: string): readonly Problem[] {
  return name === DISMISSED_FILE ? readDismissals(raw).problems : readWorkspaceBase(raw, name).problems;
}
