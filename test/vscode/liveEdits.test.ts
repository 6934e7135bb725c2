import { assert } from 'chai';
import * as vscode from 'vscode';
import { quoteAt } from '../../src/core/annotation/quote';
import { EMPTY_FRAME, fileSidecar } from '../../src/core/sidecar/place';
import { writeSidecar } from '../../src/core/sidecar/write';
import { type Change, toChange } from '../../src/core/text/change';
import type { Span } from '../../src/core/text/span';
import { Text } from '../../src/core/text/text';
import { toPosition, toRange } from '../../src/vscode/adapt/position';
import type { OpenArticle } from '../../src/vscode/articles/openArticle';
import { type Random, seeded } from '../bench/support/random';
import { OriginOracle } from '../support/originOracle';
import { until } from '../support/until';
import { filed, openArticle, write } from './support';

const STORY = `Talks.
Putin met Xi in Beijing. Vladimir Putin, said Putin 😀, is Putin; “$300 million” went to Xi, Putin said.
Once more Xi told Putin, as Putin told Xi: all is well. Putin left Beijing, Vladimir Putin flew home.

Of $300 million, Putin said, and Putin said so twice, nothing is left. “Putin knows,” said Xi. Putin, Putin!
Putin, Xi
Later: Putin saw Xi in Beijing, again. Vladimir Putin is Putin, after all; $300 million or not.
`;
const SPANS: readonly Span[] = [...STORY.matchAll(/Vladimir Putin|Putin|Xi|Beijing|\$300 million/g)].map((match) => ({
  start: match.index,
  end: match.index + match[0].length,
}));

const SEEDS = Array.from({ length: 51 }, (_, at) => at + 150);
const STEPS = 40;

/** An article in the editor under random edits, and an oracle that is told of each edit by the editor alone. */
class Trial {
  readonly article: OpenArticle;
  readonly editor: vscode.TextEditor;
  readonly random: Random;
  readonly oracle = new OriginOracle(STORY);
  readonly #listener: vscode.Disposable;
  #isFollowing = true;
  #failure: unknown;
  /** Not whole when all the text was put in anew: those are looked for by the words they had left. */
  readonly #excused = new Set<number>();
  /** For each annotation all characters that it ever stood on, and all words that they made. */
  readonly #owned = SPANS.map((span) => new Set<number | string>(this.oracle.charactersOf(span)));

  constructor({ article, editor }: { article: OpenArticle; editor: vscode.TextEditor }, seed: number) {
    this.article = article;
    this.editor = editor;
    this.random = seeded(seed);
    this.#listener = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document !== editor.document || !this.#isFollowing) return;
      const text = Text.of(this.oracle.text);
      const at = ({ line, character }: vscode.Position) => text.offsetAt({ line, character });
      const changes = contentChanges.map(({ range, text: insert }) => ({
        start: at(range.start),
        end: at(range.end),
        insert: insert.replace(/\r\n/g, '\n'),
      }));
      if (changes.length === 0) return;
      this.oracle.edit(toChange(changes));
      this.#note('as the editor told of it');
    });
  }

  dispose(): void {
    this.#listener.dispose();
  }

  async step(): Promise<string> {
    const [name, act] = this.random.pick(ACTS);
    await act(this);
    return name;
  }

  /** Does something that the oracle is told of in another way than by the editor's events. */
  async apart(act: () => Thenable<unknown>, tell: (text: string) => void): Promise<void> {
    this.#isFollowing = false;
    await act();
    this.#isFollowing = true;
    tell(this.text);
  }

  get text(): string {
    return Text.of(this.editor.document.getText()).value;
  }

  /** Somewhere in the text, more often at or in annotated words than elsewhere. */
  place(): number {
    const { below, pick } = this.random;
    const { start, end } = pick(SPANS);
    const standing = below(2) > 0 ? this.oracle.standing({ start, end }) : undefined;
    return standing ? standing.start + below(standing.end - standing.start + 1) : below(this.text.length + 1);
  }

  /** One to three cursors, or selections of up to so many characters. */
  select(longest: number): void {
    const text = Text.of(this.text);
    const count = 1 + this.random.below(3);
    this.editor.selections = Array.from({ length: count }, () => {
      const start = this.place();
      const end = Math.min(text.value.length, start + this.random.below(longest + 1));
      return new vscode.Selection(toPosition(text, start), toPosition(text, end));
    });
  }

  excuseBroken(): void {
    for (const [index, span] of SPANS.entries()) if (!this.oracle.standing(span)) this.#excused.add(index);
  }

  /** What is wrong in an event can't be thrown there: the editor would only log it. */
  #note(what: string): void {
    try {
      this.#check(what);
    } catch (error) {
      this.#failure ??= error;
    }
  }

  check(what: string): void {
    if (this.#failure) throw new Error(what, { cause: this.#failure });
    this.#check(what);
  }

  #check(what: string): void {
    const { text, set } = this.article.session;
    assert.strictEqual(text.value, this.oracle.text, what);
    assert.strictEqual(set.annotations.length, SPANS.length, what);
    const byId = new Map(set.annotations.map((annotation) => [annotation.id, annotation]));
    for (const [index, span] of SPANS.entries()) {
      const id = `a${index}`;
      const due = this.oracle.standing(span);
      const { start, end, orphan } = byId.get(id) ?? assert.fail(`${what}: ${id} is gone`);
      const words = text.value.slice(start, end);
      const name = `${what}: ${id} “${STORY.slice(span.start, span.end)}” is on “${words}” at ${start}`;
      if (due && !this.#excused.has(index))
        assert.deepEqual({ start, end, orphan }, { ...due, orphan: undefined }, name);
      if (orphan) continue;
      const owned = this.#owned[index];
      const characters = this.oracle.charactersOf({ start, end });
      // Of words that are gone it may take a copy.
      const isCopy = owned?.has(words) || words === STORY.slice(span.start, span.end);
      assert.ok(isCopy || characters.some((character) => owned?.has(character)), name);
      for (const own of [words, ...characters]) owned?.add(own);
    }
  }
}

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(command, ...args);

const TYPED = ['', 'x', 'Putin', ' ', '\n', 'é😀', 'and so on ', ', he'];

type Act = readonly [name: string, act: (trial: Trial) => Promise<unknown>];

const ACTS: readonly Act[] = [
  ['type', (trial) => type(trial, 0)],
  ['type', (trial) => type(trial, 0)],
  ['type over', (trial) => type(trial, 20)],
  ['delete left', (trial) => command(trial, 0, 'deleteLeft')],
  ['delete right', (trial) => command(trial, 0, 'deleteRight')],
  ['delete word', (trial) => command(trial, 0, 'deleteWordLeft')],
  ['delete selections', (trial) => command(trial, 40, 'deleteRight')],
  ['delete lines', (trial) => command(trial, 0, 'editor.action.deleteLines')],
  ['move a line', (trial) => moveLine(trial)],
  ['copy a line', (trial) => command(trial, 0, 'editor.action.copyLinesDownAction')],
  ['paste', (trial) => paste(trial)],
  ['edit in several places', (trial) => severalEdits(trial)],
  ['undo', (trial) => undo(trial)],
  ['undo', (trial) => undo(trial)],
  ['undo', (trial) => undo(trial)],
  [
    'redo',
    (trial) =>
      trial.apart(
        () => run('redo'),
        (text) => trial.oracle.redo(text),
      ),
  ],
  ['change line ends', (trial) => changeLineEnds(trial)],
  ['replace all', (trial) => replaceAll(trial)],
  ['save', async (trial) => trial.editor.document.save()],
];

async function type(trial: Trial, longest: number): Promise<void> {
  trial.select(longest);
  await run('type', { text: trial.random.pick(TYPED) || 'y' });
}

async function command(trial: Trial, longest: number, name: string): Promise<void> {
  trial.select(longest);
  await run(name);
}

async function paste(trial: Trial): Promise<void> {
  trial.select(10);
  await run('paste', { text: trial.random.pick(['Putin', 'one\ntwo\n', 'Vladimir Putin, said Putin']) });
}

async function undo(trial: Trial): Promise<void> {
  for (let count = trial.random.below(3); count >= 0; count--)
    await trial.apart(
      () => run('undo'),
      (text) => trial.oracle.undo(text),
    );
}

/** The editor tells of it as of one line cut out and typed in again, so that the oracle could not follow. */
async function moveLine(trial: Trial): Promise<void> {
  const text = Text.of(trial.text);
  const line = text.positionAt(trial.place()).line;
  const [start, middle, end] = [line, line + 1, line + 2].map((at) => text.offsetAt({ line: at, character: 0 }));
  if (start === undefined || middle === undefined || end === undefined || end <= middle) return;
  if (text.value[end - 1] !== '\n') return;
  const cursor = new vscode.Position(line, 0);
  trial.editor.selection = new vscode.Selection(cursor, cursor);
  await trial.apart(
    () => run('editor.action.moveLinesDownAction'),
    () => trial.oracle.swap({ start, end: middle }, end),
  );
}

/** As an extension or a quick fix edits. */
async function severalEdits(trial: Trial): Promise<void> {
  const change = someChange(trial, 12, TYPED);
  const text = Text.of(trial.text);
  await trial.editor.edit((builder) => {
    for (const { start, end, insert } of change) builder.replace(toRange(text, { start, end }), insert);
  });
}

/** The editor tells of it as of all the text put in anew, though none of it is another. */
async function changeLineEnds(trial: Trial): Promise<void> {
  const { LF, CRLF } = vscode.EndOfLine;
  const other = trial.editor.document.eol === LF ? CRLF : LF;
  // Undone together with edits before it, a change of line ends makes the editor itself spoil the text.
  await trial.editor.edit((builder) => builder.insert(new vscode.Position(0, 0), ' '));
  await trial.apart(
    () => trial.editor.edit((builder) => builder.setEndOfLine(other)),
    (text) => assert.strictEqual(text, trial.oracle.text),
  );
}

/** Words that are annotated nowhere: of two of the same side by side, nobody could tell which one was there before. */
const OTHER = ['', '# ', '\n', ', …', '😀'];

/** As a formatter or a checkout does: the whole text anew, a little of it changed. */
async function replaceAll(trial: Trial): Promise<void> {
  const change = someChange(trial, 3, OTHER);
  const text = Text.of(trial.text);
  trial.excuseBroken();
  trial.oracle.edit(change);
  trial.excuseBroken();
  const edit = new vscode.WorkspaceEdit();
  edit.replace(trial.editor.document.uri, toRange(text, { start: 0, end: text.value.length }), trial.oracle.text);
  await trial.apart(
    () => vscode.workspace.applyEdit(edit),
    (after) => assert.strictEqual(after, trial.oracle.text),
  );
}

function someChange(trial: Trial, longest: number, typed: readonly string[]): Change {
  const { below, pick } = trial.random;
  const text = trial.text;
  const replacements = Array.from({ length: 1 + below(3) }, () => {
    const start = trial.place();
    return { start, end: Math.min(text.length, start + below(longest + 1)), insert: pick(typed) };
  });
  const sorted = toChange(replacements);
  return sorted.filter(
    ({ start, end, insert }, index) =>
      start > (sorted[index - 1]?.end ?? -1) && (end > start || insert !== '') && isBetweenCharacters(text, start, end),
  );
}

function isBetweenCharacters(text: string, ...offsets: number[]): boolean {
  return offsets.every((offset) => (text.charCodeAt(offset) & 0xfc00) !== 0xdc00);
}

function sidecarOf(text: string): string {
  const annotations = SPANS.map((span, index) => ({
    id: `a${index}`,
    ...span,
    ...quoteAt(text, span),
    label: 'EVENT',
    status: 'accepted' as const,
  }));
  return writeSidecar(fileSidecar({ entities: [], annotations, relations: [] }, text, EMPTY_FRAME));
}

const open = async () => {
  const uri = await write('story.article', STORY);
  const sidecar = vscode.Uri.joinPath(uri, '..', 'story.article.newsmark.json');
  await vscode.workspace.fs.writeFile(sidecar, new TextEncoder().encode(sidecarOf(STORY)));
  const opened = await openArticle(uri);
  await until('the sidecar to be read', () => opened.article.session.set.annotations.length > 0);
  return opened;
};

describe('annotations while their article is edited in VS Code', () => {
  afterEach(() => run('workbench.action.closeAllEditors'));

  for (const seed of SEEDS) {
    it(`stay on their words through ${STEPS} random edits (seed ${seed})`, async () => {
      const opened = await open();
      const { session } = opened.article;
      const trial = new Trial(opened, seed);
      try {
        const done: string[] = [];
        for (let step = 0; step < STEPS; step++) {
          done.push(await trial.step());
          trial.check(`seed ${seed}, ${done.join(', ')}`);
        }
        await trial.editor.document.save();
        const points = [...trial.text];
        await filed(opened.article, ({ annotations }) =>
          session.set.annotations.every(({ id, orphan }) => {
            const entry = annotations.find((each) => each.id === id);
            return entry && (orphan || points.slice(entry.start, entry.end).join('') === entry.quote);
          }),
        );
      } finally {
        trial.dispose();
      }
    });
  }

  it('stay on their words when edits and a change of line ends are undone in one step', async () => {
    const { article, editor } = await open();
    editor.selections = [0, 5, 9].map((character) => new vscode.Selection(1, character, 1, character));
    await run('type', { text: 'x' });
    await editor.edit((builder) => builder.setEndOfLine(vscode.EndOfLine.CRLF));
    await run('undo');
    const { text, set } = article.session;
    assert.strictEqual(text.value, Text.of(editor.document.getText()).value);
    for (const [index, { start, end }] of SPANS.entries()) {
      if (start < STORY.indexOf('Beijing')) continue;
      const annotation = set.annotations.find(({ id }) => id === `a${index}`);
      assert.deepEqual(
        [annotation?.orphan, text.slice(annotation?.start ?? 0, annotation?.end ?? 0)],
        [undefined, STORY.slice(start, end)],
      );
      assert.strictEqual(annotation && annotation.start - start, text.value.length - STORY.length);
    }
  });

  it('stay on their words when most of the text is deleted around them', async () => {
    const { article, editor } = await open();
    const [from, to] = [STORY.indexOf('Xi in'), STORY.indexOf('Beijing') + 'Beijing.'.length].map((at) =>
      editor.document.positionAt(at),
    );
    const last = editor.document.positionAt(STORY.length);
    await editor.edit((builder) => {
      builder.delete(new vscode.Range(new vscode.Position(0, 0), from ?? last));
      builder.delete(new vscode.Range(to ?? last, last));
    });
    const { text, set } = article.session;
    assert.strictEqual(text.value, 'Xi in Beijing.');
    const placed = set.annotations.filter(({ orphan }) => !orphan);
    assert.deepEqual(
      placed.map(({ id, start, end }) => [id, text.slice(start, end)]),
      [
        ['a1', 'Xi'],
        ['a2', 'Beijing'],
      ],
    );
    await run('undo');
    assert.deepEqual(
      article.session.set.annotations.map(({ start, end, orphan }) => ({ start, end, orphan })),
      SPANS.map((span) => ({ ...span, orphan: undefined })),
    );
  });
});
