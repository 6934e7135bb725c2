import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { PRESETS } from '../../../src/core/annotation/labelSet';
import { t } from '../../../src/core/l10n';
import { REVIEW_KEYS } from '../../../src/core/review/reviewKeys';
import { placeholders, saidMessages } from './messages';

const bundle: Readonly<Record<string, string>> = JSON.parse(readFileSync('l10n/bundle.l10n.de.json', 'utf8'));

/** Messages that are said not where they are written: those of the label table, and what the keys of review mode do. */
const tables = [
  ...Object.values(PRESETS).flatMap(({ title, labels }) => [
    title,
    ...labels.flatMap((label) => [label.title, label.plural, label.guideline]),
  ]),
  ...REVIEW_KEYS.map(({ title }) => title),
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

describe('a message', () => {
  it('is English with its arguments, where no other language is spoken', () => {
    assert.equal(t('{0} of {1}, {0}', 3, 'four'), '3 of four, 3');
    assert.equal(t('{1} is missing', 1), '{1} is missing');
  });
});
