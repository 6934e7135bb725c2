import type { ReviewAct } from './reviewKeys';
import { SCOPES } from './scope';

/** Acts by the stem of their command: `newsmark.reviewAccept` accepts. */
export const REVIEW_ACTS = Object.freeze([
  'accept',
  'reject',
  'label',
  'resize',
  'next',
  'previous',
  'remove',
  'undo',
  'redo',
] as const satisfies readonly ReviewAct['act'][]);

/**
 * An act with what its keybinding says beside: a person may write such bindings too, so nothing is taken for granted.
 * @param args the binding's `args`; what they leave out is as for a single mention
 * @returns undefined where they make no sense
 */
export function readAct(act: ReviewAct['act'], args: unknown): ReviewAct | undefined {
  const said: Readonly<Record<string, unknown>> = typeof args === 'object' && args !== null ? { ...args } : {};
  const scope = SCOPES.find((known) => known === (said.scope ?? 'one'));
  switch (act) {
    case 'accept':
    case 'reject':
      return scope && { act, scope };
    case 'label':
      return typeof said.key === 'string' && scope ? { act, key: said.key, scope } : undefined;
    case 'resize': {
      const side = (['start', 'end'] as const).find((known) => known === said.side);
      const how = (['wider', 'narrower'] as const).find((known) => known === said.how);
      return side && how && { act, side, how };
    }
    default:
      return { act };
  }
}

/** The `args` of a binding for an act; undefined where it needs none. */
export function argsOf(act: ReviewAct): Readonly<Record<string, string>> | undefined {
  const { act: _, ...args } = act;
  const said = Object.fromEntries(
    Object.entries(args).filter(([name, value]) => !(name === 'scope' && value === 'one')),
  );
  return Object.keys(said).length > 0 ? said : undefined;
}
