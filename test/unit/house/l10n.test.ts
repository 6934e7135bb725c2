import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { NO_ANNOTATIONS } from '../../../src/core/annotation/annotation';
import { PRESETS } from '../../../src/core/annotation/labelSet';
import { labelOf } from '../../../src/core/annotation/labels';
import { KINDS, lossInWords } from '../../../src/core/formats/kinds';
import { UNIT_WORDS, unitInWords } from '../../../src/core/formats/offsetUnits';
import { speak, t } from '../../../src/core/l10n';
import { accept } from '../../../src/core/mentions/decide';
import { layerMentions } from '../../../src/core/mentions/layerMentions';
import { REVIEW_KEYS } from '../../../src/core/review/reviewKeys';
import { placeholders, saidMessages, unsaidWords } from './messages';

const bundle: Readonly<Record<string, string>> = JSON.parse(readFileSync('l10n/bundle.l10n.de.json', 'utf8'));

/** Messages that are said not where they are written: those of tables. */
const tables = [
  labelOf('?').guideline,
  ...Object.values(PRESETS).flatMap(({ title, labels }) => [
    title,
    ...labels.flatMap((label) => [label.title, label.plural, label.guideline]),
  ]),
  ...REVIEW_KEYS.map(({ title }) => title),
  ...Object.values(KINDS),
  ...Object.values(UNIT_WORDS),
];

describe('the German messages', () => {
  const said = new Set([...saidMessages().map(({ message }) => message), ...tables]);

  it('are there for all that the code says', () => {
    assert.deepEqual(
      [...said].filter((message) => !Object.hasOwn(bundle, message)),
      [],
    );
  });

  it('are there for nothing else', () => {
    assert.deepEqual(
      Object.keys(bundle).filter((message) => !said.has(message)),
      [],
    );
  });

  it('have the same placeholders, and words', () => {
    for (const [message, german] of Object.entries(bundle)) {
      assert.equal(placeholders(german), placeholders(message), message);
      assert.ok(german.trim() !== '', message);
    }
  });
});

/** Names of kinds, and of the program: no words for a person. */
const NAMES = new Set([
  'Newsmark',
  'Markdown',
  'Enter',
  'Home',
  'End',
  'article file',
  'file name',
  'folder gone',
  'front matter',
  'not included',
  'not prose',
  'too large',
  'the file could not be read',
  'in progress',
  'same link',
  'same name',
  'shorter name',
  'to do',
  'alike articles',
  'alike names',
  'one link',
  'two labels',
  'two links',
  // Types of relations are written to files, the same in every language.
  'located in',
  'part of',
  'said to',
  'works for',
]);

/** Where nothing is said to the person in the editor, or only through a table that is looked at above. */
const SILENT = [/^src\/core\/annotation\/label(?:s|Set)\.ts$/, /^src\/core\/sidecar\/validate\.ts$/];

describe('the editor', () => {
  it('says all that it says through t', () => {
    const isLooked = (file: string) =>
      /^src\/(?:vscode|webview|core\/(?:annotation|mentions|labelSets|sidecar|curation|tree|insights))\//.test(file) &&
      !SILENT.some((pattern) => pattern.test(file));
    const left = unsaidWords(isLooked).filter(({ message }) => !NAMES.has(message));
    assert.deepEqual(
      left.map(({ file, message }) => `${file}: ${message}`),
      [],
    );
  });
});

describe('a message', () => {
  it('is English with its arguments, where no other language is spoken', () => {
    assert.equal(t('{0} of {1}, {0}', 3, 'four'), '3 of four, 3');
    assert.equal(t('{1} is missing', 1), '{1} is missing');
  });

  it('of the core is in the person’s language, with the names of labels, losses and units', () => {
    const text = 'Putin';
    const suggestion = { start: 0, end: 5, label: 'PERSON', recognizer: 'names' };
    const mentions = layerMentions(text, [suggestion], NO_ANNOTATIONS);
    speak((message, ...args) =>
      (bundle[message] ?? '?').replace(/\{(\d)\}/g, (_, index) => String(args[Number(index)])),
    );
    try {
      const decider = { at: '2024-05-15T09:12:44Z', newId: () => 'a' };
      assert.equal(accept({ text, set: NO_ANNOTATIONS }, mentions, decider).title, '„Putin“ annehmen');
      assert.equal(labelOf('GPE').plural, 'Orte');
      assert.equal(lossInWords('relation', 3), 'Beziehungen: 3');
      assert.equal(unitInWords('code-point'), 'Unicode-Codepunkten');
    } finally {
      speak();
    }
    assert.equal(labelOf('GPE').plural, 'Places');
  });
});
