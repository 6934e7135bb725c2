import * as v from 'valibot';
import type * as vscode from 'vscode';
import type { AnnotationStatus } from '../../../core/annotation/annotation';
import { type Format, TAG_SCHEMES, type WriteOptions } from '../../../core/formats/format';
import { formatOf } from '../../../core/formats/formats';
import { jsonLines } from '../../../core/formats/jsonLines/jsonLines';
import { parseShares, type Share } from '../../../core/formats/split';
import { TOKENIZERS } from '../../../core/formats/tokenizers';

/** What to write of each article. */
export type Content = 'decided' | 'suggested' | 'all';

export const STATUSES: Readonly<Record<Content, readonly AnnotationStatus[]>> = {
  decided: ['accepted'],
  suggested: ['accepted', 'suggested'],
  all: ['accepted', 'rejected', 'suggested'],
};

/** How a corpus is usually split. */
export const USUAL_SPLIT = 'train=80,dev=10,test=10';

const choices = v.object({
  /** A format's id; '' before the first choice. */
  format: v.fallback(
    v.pipe(
      v.string(),
      v.check((id) => formatOf(id) !== undefined),
    ),
    '',
  ),
  content: v.fallback(v.picklist(['decided', 'suggested', 'all']), 'decided'),
  annotator: v.fallback(v.string(), ''),
  /** Labels with commas between them; '' for all. */
  labels: v.fallback(v.string(), ''),
  /** Shares as on the command line; '' for all in one. */
  split: v.fallback(
    v.pipe(
      v.string(),
      v.check((split) => split === '' || parseShares(split) !== undefined),
    ),
    '',
  ),
  seed: v.fallback(v.string(), '1'),
  tokenizer: v.fallback(v.picklist(TOKENIZERS), 'words'),
  scheme: v.fallback(v.picklist(TAG_SCHEMES), 'iob2'),
  card: v.fallback(v.picklist(['yes', 'no']), 'no'),
  license: v.fallback(v.string(), ''),
});

/** How to export, or convert: strings, as key bindings give them and as they are remembered. */
export type ExportChoice = Readonly<v.InferOutput<typeof choices>>;

/** What was chosen last time, with what a key binding says in its place; anything else is as it is at first. */
export function choiceFrom(remembered: unknown, answers: Readonly<Record<string, string>> = {}): ExportChoice {
  const { with: content, ...others } = answers;
  const last = typeof remembered === 'object' && remembered !== null ? remembered : {};
  return v.parse(choices, { ...NOTHING, ...last, ...others, ...(content !== undefined && { content }) });
}

// Fallbacks stand in for what is wrong, not for what is missing.
const NOTHING = Object.fromEntries(Object.keys(choices.entries).map((key) => [key, null]));

export function formatIn({ format }: ExportChoice): Format {
  return formatOf(format) ?? jsonLines;
}

export function optionsIn({ tokenizer, scheme }: ExportChoice): WriteOptions {
  return { tokenizer, scheme };
}

export function sharesIn({ split }: ExportChoice): readonly Share[] {
  return split === '' ? [] : (parseShares(split) ?? []);
}

/** The labels to keep; undefined where all are kept. */
export function labelsIn({ labels }: ExportChoice): ReadonlySet<string> | undefined {
  return labels === '' ? undefined : new Set(labels.split(','));
}

/** Where the last choice is remembered, for this workspace on this machine. */
export class LastChoice {
  readonly #memory: vscode.Memento;
  readonly #key: string;

  constructor(memory: vscode.Memento, command: 'export' | 'exportArticles' | 'convert') {
    this.#memory = memory;
    this.#key = `newsmark.${command}.choice`;
  }

  with(answers: Readonly<Record<string, string>>): ExportChoice {
    return choiceFrom(this.#memory.get(this.#key), answers);
  }

  async keep(choice: ExportChoice): Promise<void> {
    await this.#memory.update(this.#key, choice);
  }
}
