import * as vscode from 'vscode';
import { KnowledgeStamps } from '../../core/corpus/knowledgeStamp';
import type { OwnEntries } from '../../core/corpus/upkeep';
import type { EntityFile } from '../articles/entityFiles';
import type { Knowledge } from '../articles/knowledge';

/** Tells what a folder's own knowledge base says to the articles in it. */
export function ownEntries(knowledge: Knowledge): (path: string) => OwnEntries | undefined {
  const known = new WeakMap<EntityFile, OwnEntries>();
  return (path) => {
    const file = knowledge.files.of(vscode.Uri.parse(path, true));
    if (!file || file.raw === '') return undefined;
    const before = known.get(file);
    if (before) return before;
    const source = { path: file.uri.toString(), raw: file.raw };
    const entries = { stamps: new KnowledgeStamps(file.reading.entries), source };
    known.set(file, entries);
    return entries;
  };
}
