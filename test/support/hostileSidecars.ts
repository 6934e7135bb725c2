import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import { EMPTY_FRAME, fileSidecar, placeSidecar } from '../../src/core/sidecar/place';
import { readSidecar, type SidecarReading } from '../../src/core/sidecar/read';
import { SidecarStore } from '../../src/core/sidecar/store';
import { writeSidecar } from '../../src/core/sidecar/write';
import { Text } from '../../src/core/text/text';
import type { Random } from '../bench/support/random';
import { MemoryFiles } from '../unit/core/sidecar/files';

/** The article of the sidecar below. */
export const ARTICLE =
  '😀 Russian President Vladimir Putin travels to Beijing. He paid $300 million to “Gazprom”.\n“We agreed,” he said.\n';

/** A sidecar with everything in it, in our own form. */
export const SOUND = `{
  "newsmark": 1,
  "article": { "file": "story.txt", "length": 112, "title": "Trip \\"east\\"", "published": "2024-05-14", "edition": 2 },
  "entities": [
    { "id": "putin", "label": "PERSON", "name": "Vladimir Putin", "links": { "wikidata": "Q7747" }, "mood": "calm" },
    { "id": "gazprom", "label": "ORG", "name": "Gazprom", "note": "state-owned\\nmostly" }
  ],
  "annotations": [
    { "id": "a", "start": 20, "end": 34, "quote": "Vladimir Putin", "prefix": "😀 Russian President ", "suffix": " travels to Beijing. He paid $30", "label": "PERSON", "status": "accepted", "entity": "putin", "source": "names", "by": "alice", "at": "2024-05-15T09:12:44Z" },
    { "id": "b", "start": 46, "end": 53, "quote": "Beijing", "label": "GPE", "status": "rejected", "at": "2024-05-15T09:13:00Z", "conflicts": [{ "status": "accepted", "by": "bob" }] },
    { "id": "c", "start": 63, "end": 75, "quote": "$300 million", "label": "MONEY", "status": "accepted", "value": { "amount": "300000000", "currency": "USD" }, "x": [1, -2.5, 1e+30, true, null] },
    { "id": "d", "start": 80, "end": 87, "quote": "Gazprom", "label": "ORG", "status": "suggested", "entity": "gazprom", "source": "brat" },
    { "id": "e", "start": 90, "end": 102, "quote": "“We agreed,”", "label": "QUOTATION", "status": "accepted", "quotation": { "kind": "direct", "content": [[91, 101]], "speaker": [103, 105], "cue": [106, 110], "tone": "dry" } }
  ],
  "relations": [
    { "id": "r7", "type": "payer", "from": "a", "to": "c" }
  ],
  "project": { "name": "trial", "nested": { "deep": [[[{}]]] } }
}
`;

const fitsSchema = new Ajv({ strict: false }).compile(JSON.parse(readFileSync('media/sidecar.schema.json', 'utf8')));

type Mutation = (raw: string, random: Random) => string;

const PIECES = [
  '" \\ { } [ ] , : 0 - 1e999 -0 NaN Infinity null true \0 \uFEFF \r\n \r \u2028 \ud800 \udc00 \\ud800',
  '\\u00 \\x41 /* */ // \' \t \u00a0 9007199254740993 1. 01 +1 .5 "__proto__"',
].flatMap((line) => line.split(' '));
const VALUES = [
  'null true [] {} "" "7" 7 -1 -0 0.5 1e308 1e999 -1e999 1e-999 9007199254740991 9007199254740993',
  '123456789012345678901234567890 0.1000000000000000055 NaN "\\ud800" "\\udc00\\ud800" "\\u0000"',
  '{"__proto__":{"polluted":true}} {"constructor":{"prototype":{"polluted":true}}}',
  '{"toString":1,"hasOwnProperty":2} [[[[[[[[]]]]]]]] [{"id":"a"},{"id":"a"}]',
].flatMap((line) => line.split(' '));
const SPANS = '[] [3] [9,3] [1,2,3] [0,0] [1,1e6] [-1,2] [0.5,2] ["1",2] {"0":1,"1":2} [null,null]'.split(' ');
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'id',
  'start',
  'newsmark',
  'annotations',
  '',
  'status',
  'unknown',
  'orphan',
  '0',
];

/** Ways to spoil a sidecar: some as a disk or a careless hand would, some as an attacker would. */
const MUTATIONS: readonly Mutation[] = [
  (raw, { below }) => raw.slice(0, below(raw.length)),
  (raw, { below }) => raw.slice(below(raw.length)),
  (raw, random) => spliced(raw, random.below(raw.length), random.below(4), ''),
  (raw, random) => spliced(raw, random.below(raw.length), random.below(3), random.pick(PIECES)),
  (raw, random) => spliced(raw, random.below(raw.length), 1, String.fromCharCode(random.below(0x250))),
  (raw, random) => {
    const from = random.below(raw.length);
    return spliced(raw, random.below(raw.length), 0, raw.slice(from, from + random.below(200)));
  },
  (raw, random) => replacedValue(raw, random, random.pick(VALUES)),
  (raw, random) => replacedValue(raw, random, random.pick(VALUES)),
  (raw, random) =>
    replacedValue(raw, random, JSON.stringify(String.fromCharCode(random.below(0x10000)).repeat(random.below(5000)))),
  (raw, random) => replacedValue(raw, random, nested(random)),
  (raw, random) => replacedOne(raw, /\{ [^{}\n]* \}/g, random, random.pick(VALUES)),
  (raw, random) => replacedName(raw, random, random.pick(NAMES)),
  (raw, random) => addedMember(raw, random, random.pick(NAMES)),
  (raw, random) => addedMember(raw, random, escapedName(random.pick(NAMES))),
  (raw, random) => swappedLines(raw, random),
  (raw, random) => repeatedLine(raw, random),
  (raw) => raw.replace(/\n/g, '\r\n'),
  (raw) => `\uFEFF${raw}`,
  (raw) => raw.replace(/"start": (\d+), "end": (\d+)/, '"start": $2, "end": $1'),
  (raw, random) => replacedOne(raw, /\[\d+, \d+\]/g, random, random.pick(SPANS)),
  (raw, random) =>
    raw.replace(/"(start|end)": \d+/g, (all, name) => (random.below(4) > 0 ? all : `"${name}": ${random.below(1e6)}`)),
  (raw, random) => raw.replace(/: (\d+)/g, (all, digits) => (random.below(5) > 0 ? all : `: "${digits}"`)),
  (raw, random) =>
    random.pick(['[', '{"a":', '"', '[{']).repeat(random.below(20_000)) + (random.below(2) > 0 ? raw : ''),
  (raw, random) => raw.replace(/\[\n/, `[\n${'['.repeat(random.below(300))}`),
];

/** A sound sidecar after a few seeded mutations. */
export function hostileSidecar(random: Random): string {
  let raw = SOUND;
  for (let count = random.below(3); count >= 0; count--) raw = random.pick(MUTATIONS)(raw, random);
  return raw;
}

/**
 * Reads a spoiled sidecar and holds what comes out against an independent strict reading: it is read rightly in full,
 * or it is broken, with places, and never written over. Throws where that is not so.
 */
export async function tryHostile(raw: string): Promise<SidecarReading['kind']> {
  const reading = readSidecar(raw);
  const text = Text.of(raw).value;
  if (reading.kind === 'broken') {
    for (const { start, end } of reading.problems) assert.ok(0 <= start && start <= end && end <= text.length);
    await assertLeftAlone(raw);
  } else {
    const value = strictly(text);
    assert.ok(value, 'read without a word, but a strict reader refuses it');
    if (reading.kind === 'newer') await assertLeftAlone(raw);
    else assertRead(reading, value.value);
  }
  assert.deepEqual(Object.keys(Object.prototype), []);
  assert.equal(Reflect.get({}, 'polluted'), undefined);
  return reading.kind;
}

function assertRead(reading: SidecarReading & { kind: 'ok' }, value: unknown): void {
  const { sidecar } = reading;
  assert.ok(fitsSchema(value), 'the schema refuses what was read');
  const defaults = { article: {}, entities: [], annotations: [], relations: [] };
  assert.deepEqual(sidecar, { ...defaults, ...(value as object) });
  const written = writeSidecar(sidecar);
  const again = readSidecar(written);
  if (again.kind !== 'ok') assert.fail('what was written can not be read');
  assert.equal(writeSidecar(again.sidecar), written);
  const set = placeSidecar(sidecar, ARTICLE);
  const filed = fileSidecar(set, ARTICLE, EMPTY_FRAME);
  assert.equal(readSidecar(writeSidecar(filed)).kind, 'ok');
  assert.equal(filed.annotations.length, sidecar.annotations.length);
}

/** A decision made with such a file on the disk must not touch it. */
async function assertLeftAlone(raw: string): Promise<void> {
  const files = new MemoryFiles();
  files.contents.set('s', raw);
  const store = new SidecarStore('s', { files });
  await store.load();
  await store.save(placeSidecar(readOk(SOUND), ARTICLE), ARTICLE, {});
  assert.equal(files.contents.get('s'), raw);
  assert.equal(files.writes, 0);
}

function readOk(raw: string) {
  const reading = readSidecar(raw);
  if (reading.kind !== 'ok') throw new Error('the sound sidecar is not sound');
  return reading.sidecar;
}

/** What the text says, read by another parser than the program's: undefined where anything in it is not clear. */
function strictly(text: string): { value: unknown } | undefined {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  if (errors.length > 0 || !root) return undefined;
  try {
    return { value: meantBy(root, text) };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function meantBy(node: Node, text: string): unknown {
  const children = node.children ?? [];
  if (node.type === 'array') return children.map((child) => meantBy(child, text));
  if (node.type === 'object') {
    const members = children.map(({ children: pair }) => [
      String(pair?.[0]?.value),
      pair?.[1] && meantBy(pair[1], text),
    ]);
    if (new Set(members.map(([name]) => name)).size < members.length) throw new RangeError('a name is there twice');
    return Object.fromEntries(members);
  }
  if (node.type === 'number' && !isSameNumber(text.slice(node.offset, node.offset + node.length), node.value))
    throw new RangeError('a number that would change');
  return node.value;
}

/** Whole numbers must come out digit by digit; others must stay finite, and not become nothing. */
function isSameNumber(literal: string, value: number): boolean {
  if (!Number.isFinite(value)) return false;
  if (/^-?\d+$/.test(literal)) return BigInt(literal) === BigInt(value) || literal === String(value);
  return value !== 0 || Number(literal.replace(/[eE].*/, '')) === 0;
}

function spliced(raw: string, at: number, length: number, insert: string): string {
  return raw.slice(0, at) + insert + raw.slice(at + length);
}

function nested({ below, pick }: Random): string {
  const depth = below(below(10) > 0 ? 200 : 50_000);
  const [open, close] = pick([
    ['[', ']'],
    ['{"a":', '}'],
  ]) as [string, string];
  return `${open.repeat(depth)}1${close.repeat(depth)}`;
}

const VALUE = /: ("(?:[^"\\\n]|\\.)*"|-?\d[\d.e+]*|true|false|null)/g;
const NAME = /"((?:[^"\\\n]|\\.)*)":/g;

function replacedValue(raw: string, random: Random, value: string): string {
  return replacedOne(raw, VALUE, random, `: ${value}`);
}

function replacedName(raw: string, random: Random, name: string): string {
  return replacedOne(raw, NAME, random, `${JSON.stringify(name)}:`);
}

function addedMember(raw: string, random: Random, name: string): string {
  const quoted = name.startsWith('"') ? name : JSON.stringify(name);
  return replacedOne(raw, /\{ /g, random, `{ ${quoted}: ${random.pick(VALUES)}, `);
}

/** A name spelled another way: the same to a parser, not to the eye. */
function escapedName(name: string): string {
  return `"${[...name].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`;
}

function replacedOne(raw: string, pattern: RegExp, random: Random, insert: string): string {
  const matches = [...raw.matchAll(pattern)];
  if (matches.length === 0) return raw;
  const match = random.pick(matches);
  return spliced(raw, match.index, match[0].length, insert);
}

function swappedLines(raw: string, { below }: Random): string {
  const lines = raw.split('\n');
  const [one, other] = [below(lines.length), below(lines.length)];
  return lines.map((line, index) => lines[index === one ? other : index === other ? one : index] ?? line).join('\n');
}

function repeatedLine(raw: string, { below }: Random): string {
  const lines = raw.split('\n');
  const at = below(lines.length);
  return [...lines.slice(0, at), lines[at] ?? '', ...lines.slice(at)].join('\n');
}
