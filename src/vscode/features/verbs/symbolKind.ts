import { SymbolKind } from 'vscode';
import type { Label } from '../../../core/annotation/labels';

/** The kinds of symbols that the editor has pictures for, as near to the labels as they come. */
const KINDS: Readonly<Record<string, SymbolKind>> = Object.freeze({
  ORG: SymbolKind.Module,
  NORP: SymbolKind.Enum,
  GPE: SymbolKind.Namespace,
  LOC: SymbolKind.Namespace,
  FAC: SymbolKind.Struct,
  EVENT: SymbolKind.Event,
  PRODUCT: SymbolKind.Property,
  LAW: SymbolKind.Interface,
  DATE: SymbolKind.Constant,
  TIME: SymbolKind.Constant,
});

const BY_GROUP = Object.freeze({
  entity: SymbolKind.Object,
  figure: SymbolKind.Number,
  quotation: SymbolKind.String,
});

export function symbolKindOf({ id, group, covers }: Label): SymbolKind {
  const kinds = [id, ...covers].flatMap((name) => KINDS[name] ?? []);
  return kinds[0] ?? BY_GROUP[group];
}
