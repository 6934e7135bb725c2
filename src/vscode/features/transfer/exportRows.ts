import * as vscode from 'vscode';
import { type Format, TAG_SCHEMES } from '../../../core/formats/format';
import { FORMATS } from '../../../core/formats/formats';
import { lacksOf } from '../../../core/formats/lacks';
import { parseShares } from '../../../core/formats/split';
import { TOKENIZERS, type Tokenizer } from '../../../core/formats/tokenizers';
import { t } from '../../../core/l10n';
import { type FormRow, pickOne } from '../../adapt/form';
import { type Content, type ExportChoice, formatIn, labelsIn, USUAL_SPLIT } from './exportChoice';

type Row = FormRow<ExportChoice>;

/** Id of the format chosen last time; before the first choice, of the one that is asked for. */
export async function firstFormat({ format }: ExportChoice, title: string): Promise<string | undefined> {
  return format === '' ? (await pickFormat(`${title}: ${t('Format')}`))?.id : format;
}

/** Asks for a format, telling what each can't hold. @param active id of the one that is offered first */
export async function pickFormat(title: string, active = ''): Promise<Format | undefined> {
  const items = FORMATS.map((format) => {
    const lacks = lacksOf(format);
    const detail = lacks.length > 0 ? t('Can’t hold: {0}', lacks.join('; ')) : t('Holds everything');
    return { label: format.title, description: format.endings[0], detail, format };
  });
  const picked = await pickOne(items, {
    title,
    placeHolder: t('Which tool are they for?'),
    active: items.find(({ format }) => format.id === active),
  });
  return picked?.format;
}

export function formatRow(title: string): Row {
  return {
    label: t('Format'),
    value: (choice) => formatIn(choice).title,
    change: async (choice) => {
      const format = await pickFormat(title, choice.format);
      return format && { ...choice, format: format.id };
    },
  };
}

const CONTENTS: Readonly<Record<Content, () => string>> = {
  decided: () => t('What is accepted'),
  suggested: () => t('What is accepted, and undecided suggestions'),
  all: () => t('All that is decided, rejections too'),
};

/** @param offered which of them make sense */
export function contentRow(title: string, offered: readonly Content[]): Row {
  return {
    label: t('Annotations'),
    value: ({ content }) => CONTENTS[content](),
    change: (choice) =>
      oneOf(
        title,
        offered.map((content) => ({ label: CONTENTS[content](), choice: { ...choice, content } })),
        ({ content }) => content === choice.content,
      ),
  };
}

/** Whose decisions. @param names of annotators; '' for files without a name */
export function annotatorRow(title: string, names: readonly string[]): Row {
  const shown = (name: string) => (name === '' ? t('(without a name)') : name);
  return {
    label: t('Whose'),
    value: ({ annotator }) => shown(annotator),
    isShown: () => names.length > 1,
    change: (choice) =>
      oneOf(
        title,
        names.map((annotator) => ({ label: shown(annotator), choice: { ...choice, annotator } })),
        ({ annotator }) => annotator === choice.annotator,
      ),
  };
}

/** @param counts how often each label is there, with what else is chosen; undefined where the person stops the count */
export function labelsRow(
  title: string,
  counts: (choice: ExportChoice) => Promise<ReadonlyMap<string, number> | undefined>,
): Row {
  return {
    label: t('Labels'),
    value: ({ labels }) => (labels === '' ? t('all') : labels.replaceAll(',', ', ')),
    change: async (choice) => {
      const found = await counts(choice);
      if (!found) return undefined;
      const kept = labelsIn(choice);
      const items = [...found]
        .sort((a, b) => b[1] - a[1])
        .map(([label, count]) => ({ label, description: String(count), picked: kept?.has(label) ?? true }));
      const picked = await vscode.window.showQuickPick(items, { title: `${title}: ${t('Labels')}`, canPickMany: true });
      if (!picked || picked.length === 0) return undefined;
      const isAll = picked.length === items.length;
      return { ...choice, labels: isAll ? '' : picked.map(({ label }) => label).join(',') };
    },
  };
}

/** How to split, and with which seed. */
export function splitRows(title: string): readonly Row[] {
  return [
    {
      label: t('Parts'),
      value: ({ split }) => (split === '' ? t('All in one') : split.replaceAll(',', ', ')),
      change: (choice) => pickSplit(`${title}: ${t('Parts')}`, choice),
    },
    {
      label: t('Seed'),
      value: ({ seed }) => seed,
      isShown: ({ split }) => split !== '',
      change: async (choice) => {
        const seed = await vscode.window.showInputBox({
          title: `${title}: ${t('Seed')}`,
          prompt: t('Any word: another one makes another draw.'),
          value: choice.seed,
          validateInput: (value) => (value.trim() === '' ? t('Any word: another one makes another draw.') : undefined),
        });
        return seed === undefined ? undefined : { ...choice, seed: seed.trim() };
      },
    },
  ];
}

async function pickSplit(title: string, choice: ExportChoice): Promise<ExportChoice | undefined> {
  const together = t('articles that are nearly the same stay together');
  const items = [
    { label: t('All in one'), split: '' },
    { label: USUAL_SPLIT, description: together, split: USUAL_SPLIT },
    { label: t('Other parts…'), description: together, split: undefined },
  ];
  const picked = await pickOne(items, { title, active: items.find(({ split }) => split === choice.split) });
  if (!picked) return undefined;
  const given =
    picked.split ??
    (await vscode.window.showInputBox({
      title,
      value: choice.split === '' ? USUAL_SPLIT : choice.split,
      validateInput: (value) => (parseShares(value) ? undefined : t('Shares like {0}', USUAL_SPLIT)),
    }));
  return given === undefined ? undefined : { ...choice, split: given };
}

const TOKENIZER_WORDS: Readonly<Record<Tokenizer, () => string>> = {
  words: () => t('Words: hyphenated words in parts, as spaCy and OntoNotes have it'),
  treebank: () => t('Treebank: hyphenated words and abbreviations whole, as the Penn Treebank'),
  'white-space': () => t('White space: what stands between it'),
};

/** How tokens are cut and tagged, for formats that have them. */
export function tokenRows(title: string): readonly Row[] {
  return [
    {
      label: t('Tokens'),
      value: ({ tokenizer }) => TOKENIZER_WORDS[tokenizer](),
      isShown: (choice) => !formatIn(choice).holds.has('partOfToken'),
      change: (choice) =>
        oneOf(
          title,
          TOKENIZERS.map((tokenizer) => ({ label: TOKENIZER_WORDS[tokenizer](), choice: { ...choice, tokenizer } })),
          ({ tokenizer }) => tokenizer === choice.tokenizer,
        ),
    },
    {
      label: t('Tags'),
      value: ({ scheme }) => scheme.toUpperCase(),
      isShown: (choice) => formatIn(choice).hasTags === true,
      change: (choice) =>
        oneOf(
          title,
          TAG_SCHEMES.map((scheme) => ({ label: scheme.toUpperCase(), choice: { ...choice, scheme } })),
          ({ scheme }) => scheme === choice.scheme,
        ),
    },
  ];
}

/** Whether a page about the export is written too, and under which license the corpus is. */
export function cardRows(title: string): readonly Row[] {
  return [
    {
      label: t('Data card'),
      value: ({ card }) => (card === 'yes' ? t('a page in Markdown, with the counts') : t('none')),
      change: async (choice) => ({ ...choice, card: choice.card === 'yes' ? 'no' : 'yes' }),
    },
    {
      label: t('License'),
      value: ({ license }) => (license === '' ? t('not stated') : license),
      isShown: ({ card }) => card === 'yes',
      change: async (choice) => {
        const license = await vscode.window.showInputBox({ title: `${title}: ${t('License')}`, value: choice.license });
        return license === undefined ? undefined : { ...choice, license: license.trim() };
      },
    },
  ];
}

async function oneOf(
  title: string,
  items: readonly (vscode.QuickPickItem & { readonly choice: ExportChoice })[],
  isActive: (choice: ExportChoice) => boolean,
): Promise<ExportChoice | undefined> {
  return (await pickOne(items, { title, active: items.find(({ choice }) => isActive(choice)) }))?.choice;
}
