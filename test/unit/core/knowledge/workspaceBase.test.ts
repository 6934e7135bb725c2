import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import fc from 'fast-check';
import { entryLine } from '../../../../src/core/knowledge/entryLine';
import { addEntry, readWorkspaceBase } from '../../../../src/core/knowledge/workspaceBase';

const SHER = '{ "id": "sher", "name": "Nathaniel Sher", "label": "PERSON", "aliases": ["Sher"] }';
const PUTIN = '{ "id": "Q7747", "name": "Vladimir Putin", "label": "PERSON", "facts": { "born": "1952" } }';

const newEntry = (id: string) => ({ id, name: `Name of ${id}`, label: 'ORG', aliases: [], description: '', links: {} });

describe('a workspace’s own knowledge base', () => {
  it('is read line by line', () => {
    const { base, entries, problems } = readWorkspaceBase(`${SHER}\r\n\r\n${PUTIN}\r\n`, 'file:///e.jsonl');
    assert.deepEqual(problems, []);
    assert.equal(entries.length, 2);
    assert.equal(base.candidates('Sher', 'PERSON')[0]?.id, 'sher');
    assert.deepEqual(base.candidates('Sher', 'GPE'), []);
    const putin = base.get('Q7747');
    assert.deepEqual(putin?.where, { path: 'file:///e.jsonl', line: 2 });
    assert.deepEqual(putin?.links, { wikidata: 'Q7747' });
    assert.deepEqual(putin?.facts, [{ kind: 'born', value: '1952' }]);
  });

  it('names broken lines, with their place, and uses the rest', () => {
    const raw = [SHER, '{ "id": "x", ', '{ "id": "y", "name": "", "label": "ORG" }', '<<<<<<< HEAD', SHER, PUTIN].join(
      '\n',
    );
    const { entries, problems } = readWorkspaceBase(raw, '');
    assert.deepEqual(
      entries.map(({ id }) => id),
      ['sher', 'Q7747'],
    );
    const lineOf = ({ start }: { start: number }) => raw.slice(0, start).split('\n').length;
    assert.deepEqual(problems.map(lineOf), [2, 3, 4, 5]);
    assert.match(problems[2]?.message ?? '', /merge/);
    assert.match(problems[3]?.message ?? '', /sher is in line 1 already/);
  });

  it('takes new entries in where they belong, and leaves all other lines as they are', () => {
    const one = addEntry('', newEntry('b'));
    assert.ok(one.kind === 'added');
    assert.equal(one.text, '{ "id": "b", "name": "Name of b", "label": "ORG" }\n');
    const two = addEntry(one.text, newEntry('a'));
    assert.ok(two.kind === 'added');
    assert.equal(two.line, 0);
    assert.ok(two.text.endsWith(`}\n${one.text}`));
    const unsorted = `${SHER}\n${PUTIN}`;
    const three = addEntry(unsorted, newEntry('a'));
    assert.ok(three.kind === 'added');
    assert.equal(three.line, 2);
    assert.ok(three.text.startsWith(`${unsorted}\n{`));
    assert.equal(addEntry(unsorted, newEntry('sher')).kind, 'known');
  });

  it('keeps Windows line ends', () => {
    const added = addEntry(`${PUTIN}\r\n`, newEntry('a'));
    assert.ok(added.kind === 'added');
    assert.match(added.text, /^[^\n]*\r\n[^\n]*\r\n$/);
  });

  it('is not written while a line is broken', () => {
    assert.equal(addEntry(`${SHER}\n{`, newEntry('a')).kind, 'broken');
    assert.equal(addEntry('\0', newEntry('a')).kind, 'broken');
  });

  it('reads back what it writes, which the schema allows', () => {
    const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync('media/entities.schema.json', 'utf8')));
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .map((text) => text.replace(/[\s\p{Cc}]/gu, '') || 'x');
    const entry = fc.record({
      id: word,
      name: word,
      label: word,
      aliases: fc.uniqueArray(word, { maxLength: 3 }),
      description: fc.oneof(fc.constant(''), word),
      links: fc.dictionary(fc.constantFrom('wikipedia', 'site.test'), word),
    });
    fc.assert(
      fc.property(entry, (written) => {
        const line = entryLine(written);
        assert.ok(validate(JSON.parse(line)), JSON.stringify(validate.errors));
        const { entries, problems } = readWorkspaceBase(line, '');
        assert.deepEqual(problems, []);
        const [read] = entries;
        assert.ok(read);
        const { id, name, label, aliases, description } = read;
        assert.deepEqual(
          { id, name, label, aliases, description },
          {
            id: written.id,
            name: written.name,
            label: written.label,
            aliases: written.aliases,
            description: written.description,
          },
        );
      }),
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        readWorkspaceBase(raw, '');
        addEntry(raw, newEntry('a'));
      }),
    );
  });
});
