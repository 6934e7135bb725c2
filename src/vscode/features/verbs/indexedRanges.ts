import * as vscode from 'vscode';
import type { CorpusIndex } from '../../../core/corpus/corpusIndex';
import type { Span } from '../../../core/text/span';

/** Where spans of an indexed article are, without opening it. */
export function rangesAt(index: CorpusIndex, path: string, spans: readonly Span[]): readonly vscode.Range[] {
  const offsets = spans.flatMap(({ start, end }) => [start, end]);
  const places = index.positionsAt(path, offsets).map(({ line, character }) => new vscode.Position(line, character));
  return spans.flatMap((_, at) => {
    const [start, end] = [places[at * 2], places[at * 2 + 1]];
    return start && end ? [new vscode.Range(start, end)] : [];
  });
}
