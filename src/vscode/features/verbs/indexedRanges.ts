import * as vscode from 'vscode';
import type { PlaceRange } from '../../../core/corpus/corpusIndex';

/** Places in an indexed article as the editor has them. */
export function toRanges(places: readonly PlaceRange[]): readonly vscode.Range[] {
  return places.map(({ start, end }) => new vscode.Range(start.line, start.character, end.line, end.character));
}
