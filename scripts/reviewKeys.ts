import { argsOf } from '../src/core/review/readAct';
import { LABEL_KEYS, REVIEW_KEYS, type ReviewAct, type ReviewKey } from '../src/core/review/reviewKeys';

/** In the article under review, and in nothing that only looks like it: its comment boxes, its find widget, a peek into it. */
const IN_REVIEW = 'newsmark.reviewing && editorTextFocus && !isInEmbeddedEditor';

/** Keys that close what is open over the text before they mean anything else. */
const NOTHING_OPEN = '!findWidgetVisible && !renameInputVisible && !editorHoverVisible && !quickInputVisible';

interface Binding {
  readonly command: string;
  readonly key: string;
  readonly mac?: string;
  readonly args?: Readonly<Record<string, string>>;
  readonly when: string;
}

/** The keybindings of review mode, made from the table of its keys. */
export function reviewKeys(): Binding[] {
  return [...REVIEW_KEYS.flatMap(bindingsOf), ...LABEL_KEYS.flatMap(labelBindings)];
}

/** Whether a binding is one of those that are made here. */
export function isReviewKey({ when }: { readonly when?: string }): boolean {
  return when?.startsWith(IN_REVIEW) === true;
}

function bindingsOf({ keys, mac, act, command }: ReviewKey): Binding[] {
  return keys.map((key, index) => ({
    ...(act ? commandOf(act) : { command: `newsmark.${command}` }),
    key,
    ...(mac?.[index] !== undefined && mac[index] !== key && { mac: mac[index] }),
    when: key === 'escape' ? `${IN_REVIEW} && ${NOTHING_OPEN}` : IN_REVIEW,
  }));
}

function labelBindings(key: string): Binding[] {
  const bare = { ...commandOf({ act: 'label', key, scope: 'one' }), key, when: IN_REVIEW };
  // With Shift, a digit is a sign, and another one on each keyboard.
  if (/\d/.test(key)) return [bare];
  return [bare, { ...commandOf({ act: 'label', key, scope: 'entity' }), key: `shift+${key}`, when: IN_REVIEW }];
}

function commandOf(act: ReviewAct): Pick<Binding, 'command' | 'args'> {
  const args = argsOf(act);
  const stem = act.act.charAt(0).toUpperCase() + act.act.slice(1);
  return { command: `newsmark.review${stem}`, ...(args && { args }) };
}
