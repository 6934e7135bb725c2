import type { Resizing, Side } from '../marking/words';
import type { Scope } from './scope';

/** What a key does while an article is reviewed. */
export type ReviewAct =
  | { readonly act: 'accept' | 'reject'; readonly scope: Scope }
  | { readonly act: 'label'; readonly key: string; readonly scope: Scope }
  | { readonly act: 'resize'; readonly side: Side; readonly how: Resizing }
  | { readonly act: 'next' | 'previous' | 'remove' | 'undo' | 'redo' };

/** A key of review mode: manifest, help and the line that tells the keys are all made from this table. */
export interface ReviewKey {
  /** As the manifest writes keys. */
  readonly keys: readonly string[];
  /** On macOS, where that is another one. */
  readonly mac?: readonly string[];
  /** As a person reads it. */
  readonly shown: string;
  readonly title: string;
  /** What it does to the review; absent for keys of the mode itself. */
  readonly act?: ReviewAct;
  /** Stem of the command, for keys of the mode itself and for those that do here what they do elsewhere. */
  readonly command?: 'leaveReview' | 'pickInReview' | 'reviewKeys' | 'note' | 'showInTree';
}

const verdict = (act: 'accept' | 'reject', scope: Scope): ReviewAct => ({ act, scope });
const resize = (side: Side, how: Resizing): ReviewAct => ({ act: 'resize', side, how });

/** All keys but the labels' own. Behind Alt+M the same keys do the same, one mention at a time. */
export const REVIEW_KEYS: readonly ReviewKey[] = Object.freeze([
  { keys: ['enter'], shown: 'Enter', title: 'Accept', act: verdict('accept', 'one') },
  { keys: ['backspace'], shown: 'Backspace', title: 'Reject', act: verdict('reject', 'one') },
  {
    keys: ['shift+enter'],
    shown: 'Shift+Enter',
    title: 'Accept all mentions of the entity',
    act: verdict('accept', 'entity'),
  },
  {
    keys: ['shift+backspace'],
    shown: 'Shift+Backspace',
    title: 'Reject all mentions of the entity',
    act: verdict('reject', 'entity'),
  },
  {
    keys: ['ctrl+enter'],
    mac: ['cmd+enter'],
    shown: 'Ctrl+Enter',
    title: 'Accept everything undecided under this label',
    act: verdict('accept', 'label'),
  },
  {
    keys: ['ctrl+backspace'],
    mac: ['cmd+backspace'],
    shown: 'Ctrl+Backspace',
    title: 'Reject everything undecided under this label',
    act: verdict('reject', 'label'),
  },
  {
    keys: ['ctrl+shift+enter'],
    mac: ['cmd+shift+enter'],
    shown: 'Ctrl+Shift+Enter',
    title: 'Accept everything undecided from here to the end',
    act: verdict('accept', 'rest'),
  },
  {
    keys: ['ctrl+shift+backspace'],
    mac: ['cmd+shift+backspace'],
    shown: 'Ctrl+Shift+Backspace',
    title: 'Reject everything undecided from here to the end',
    act: verdict('reject', 'rest'),
  },
  { keys: ['delete'], shown: 'Delete', title: 'Take the decision back', act: { act: 'remove' } },
  { keys: ['space'], shown: 'Space', title: 'Choose another label from a list', command: 'pickInReview' },
  { keys: ['right'], shown: '→', title: 'One word more on the right', act: resize('end', 'wider') },
  { keys: ['left'], shown: '←', title: 'One word more on the left', act: resize('start', 'wider') },
  { keys: ['shift+right'], shown: 'Shift+→', title: 'One word less on the right', act: resize('end', 'narrower') },
  { keys: ['shift+left'], shown: 'Shift+←', title: 'One word less on the left', act: resize('start', 'narrower') },
  { keys: ['down', 'tab'], shown: '↓ or Tab', title: 'Skip: go to the next undecided one', act: { act: 'next' } },
  { keys: ['up', 'shift+tab'], shown: '↑ or Shift+Tab', title: 'Go back to the one before', act: { act: 'previous' } },
  { keys: ['z', 'ctrl+z'], mac: ['z', 'cmd+z'], shown: 'Z', title: 'Undo the latest decision', act: { act: 'undo' } },
  {
    keys: ['y', 'ctrl+y', 'ctrl+shift+z'],
    mac: ['y', 'cmd+y', 'cmd+shift+z'],
    shown: 'Y',
    title: 'Redo it',
    act: { act: 'redo' },
  },
  { keys: ['k'], shown: 'K', title: 'Write a note on it', command: 'note' },
  { keys: ['s'], shown: 'S', title: 'Show it in the entity tree', command: 'showInTree' },
  { keys: ['shift+/', 'shift+[Minus]', '/'], shown: '?', title: 'Show these keys', command: 'reviewKeys' },
  {
    keys: ['escape', 'v', 'alt+m v'],
    mac: ['escape', 'v', 'ctrl+alt+m v'],
    shown: 'Esc',
    title: 'Leave review mode',
    command: 'leaveReview',
  },
]);

/** Letters with a meaning of their own in review mode and behind Alt+M; all others, and the digits, are labels' keys. */
const TAKEN: ReadonlySet<string> = new Set(['k', 's', 'v', 'y', 'z']);

/** The characters that give a label: with Shift, to all mentions of the entity. */
export const LABEL_KEYS: readonly string[] = Object.freeze(
  [...'abcdefghijklmnopqrstuvwxyz0123456789'].filter((key) => !TAKEN.has(key)),
);
