import * as vscode from 'vscode';
import type { Services } from '../../services';
import { registerCopies } from './copies';
import { registerDeletions } from './deletions';
import { registerRenames } from './renames';

/** Sidecars go where their articles go. */
export function registerArticleFiles(services: Services): vscode.Disposable {
  return vscode.Disposable.from(registerRenames(services), registerDeletions(services), registerCopies(services));
}
