/**
 * Writes into package.json what follows from the label table (theme colors and the chords that mark with a label) and from
 * the table of review mode's keys. Then moves what the manifest says to people into package.nls.json. Run it after changing
 * any of them; a test fails while they differ.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fillColor, lineColor, THEMES, type Theme } from '../src/core/annotation/labelColors';
import { LABELS } from '../src/core/annotation/labels';
import { namedMessages, takeMessages } from './manifestMessages.ts';
import { isReviewKey, reviewKeys } from './reviewKeys';

export function colors(): object[] {
  const stems = [...LABELS, { title: 'unknown label', color: 'unknown', hue: -1 }];
  return stems.flatMap(({ title, color, hue }) => [
    {
      id: `newsmark.${color}`,
      description: `Underline, overview ruler and icon of ${title}.`,
      defaults: inThemes((theme) => lineColor(hue, theme)),
    },
    {
      id: `newsmark.${color}Background`,
      description: `Fill of accepted ${title}.`,
      defaults: inThemes((theme) => fillColor(hue, theme)),
    },
  ]);
}

interface Binding {
  readonly command: string;
  readonly key: string;
  readonly when?: string;
}

const CHORD = 'alt+m ';

/** Every letter and digit that no command has behind the chord marks with the label that has it for a key. */
export function markingKeys(bindings: readonly Binding[]): object[] {
  const others = new Set(withoutMarking(bindings).map(({ key }) => key));
  return [...'abcdefghijklmnopqrstuvwxyz0123456789']
    .filter((key) => !others.has(CHORD + key))
    .map((key) => ({
      command: 'newsmark.mark',
      key: CHORD + key,
      mac: `ctrl+${CHORD}${key}`,
      args: { key },
      when: 'editorTextFocus && newsmark.active',
    }));
}

/** The bindings but for those that mark by a label's key. */
export function withoutMarking<T extends Binding>(bindings: readonly T[]): readonly T[] {
  const isMarking = ({ command, key }: Binding) => command === 'newsmark.mark' && /^alt\+m [a-z0-9]$/.test(key);
  return bindings.filter((binding) => !isMarking(binding));
}

function write(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

function inThemes(color: (theme: Theme) => string): Record<string, string> {
  return Object.fromEntries(THEMES.map((theme) => [theme, color(theme)]));
}

if (process.argv[1]?.endsWith('contribute.ts')) {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const { contributes } = manifest;
  const bindings: readonly Binding[] = contributes.keybindings;
  const byHand = withoutMarking(bindings).filter((binding) => !isReviewKey(binding));
  contributes.colors = colors();
  contributes.keybindings = [...byHand, ...reviewKeys(), ...markingKeys(byHand)];
  const messages = { ...JSON.parse(readFileSync('package.nls.json', 'utf8')), ...takeMessages(manifest) };
  const named = namedMessages(manifest).map((key) => [key, messages[key]]);
  write('package.json', manifest);
  write('package.nls.json', Object.fromEntries(named));
}
