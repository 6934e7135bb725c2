import * as vscode from 'vscode';
import type { Format, ReadArticle } from '../../../core/formats/format';
import { FORMATS, formatOf, formatOfFile } from '../../../core/formats/formats';
import { type ImportedAs, imported, importOperation } from '../../../core/formats/importOperation';
import { joinSets } from '../../../core/formats/join';
import { unitInWords } from '../../../core/formats/offsetUnits';
import { type Placed, placeArticle } from '../../../core/formats/place';
import { t } from '../../../core/l10n';
import type { Files } from '../../../core/ports';
import { isSameArticle } from '../../../core/text/isSameArticle';
import { fileNameOf } from '../../adapt/fileName';
import { say } from '../../adapt/say';
import { carryOut } from '../../articles/deciding';
import type { OpenArticle } from '../../articles/openArticle';
import { canDecide } from '../../articles/sidecarTrouble';
import type { Services } from '../../services';
import { pickFormat } from './exportRows';

/** Asks for a file, shows what of it matches the article, and adds that as one act that can be undone. */
export async function importAnnotations(
  { articles, files }: Services,
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  const article = articles.active;
  if (!article) return say(t('There is no article here to import annotations onto.'));
  if (!canDecide(article)) return;
  const file = answers.file === undefined ? await askForFile(article) : vscode.Uri.parse(answers.file, true);
  if (!file) return;
  const read = (uri: vscode.Uri) => files.read(uri.toString());
  try {
    const content = (await read(file)) ?? '';
    const format =
      formatOf(answers.format ?? '') ??
      formatOfFile(fileNameOf(file), content) ??
      (await pickFormat(t('Import Annotations: Format')));
    if (!format) return;
    const found = await articlesIn(file, content, format, read);
    const chosen = await chosenArticle(article, found.articles);
    const placed = chosen && placeArticle(chosen, await rawOf(files, article));
    if (!placed) {
      if (found.articles.length === 0)
        vscode.window.showErrorMessage(`${fileNameOf(file)}: ${found.problem ?? t('there is nothing in it')}`);
      return;
    }
    const as = asIn(answers.as) ?? (await preview(article, file, placed, found.problem));
    // The article may have been edited while the question was open; then what was shown is not true any more.
    if (as && placed.article.text !== article.session.text.value)
      return say(t('The article changed meanwhile. Please try again.'));
    if (as) carryOut(article, importOperation(article.session.set, imported(placed.article.set, as)));
  } catch (error) {
    vscode.window.showErrorMessage(
      t('Newsmark could not read {0}: {1}', fileNameOf(file), error instanceof Error ? error.message : String(error)),
    );
  }
}

/** The article as its file has it, if it is saved: some tools count the line ends of the file. */
async function rawOf(files: Files, { uri, session }: OpenArticle): Promise<string> {
  const { value } = session.text;
  const raw = await files.read(uri.toString()).catch(() => undefined);
  return raw !== undefined && isSameArticle(raw, value) ? raw : value;
}

async function askForFile({ uri }: OpenArticle): Promise<vscode.Uri | undefined> {
  const endings = FORMATS.flatMap((format) =>
    format.endings.map((ending) => ending.slice(ending.lastIndexOf('.') + 1)),
  );
  const picked = await vscode.window.showOpenDialog({
    title: t('Import Annotations'),
    openLabel: t('Import'),
    defaultUri: vscode.Uri.joinPath(uri, '..'),
    filters: { [t('Annotations of other tools')]: [...new Set(endings)], [t('All files')]: ['*'] },
  });
  return picked?.[0];
}

/** What a file holds, and the first thing that is wrong with it. */
export async function articlesIn(
  file: vscode.Uri,
  content: string,
  format: Format,
  read: (uri: vscode.Uri) => Promise<string | undefined>,
): Promise<{ articles: readonly ReadArticle[]; problem: string | undefined }> {
  const name = fileNameOf(file);
  const beside = new Map<string, string>();
  for (const ending of format.companions ?? []) {
    const text = await read(vscode.Uri.joinPath(file, '..', name.replace(/(?<=.)\.[^.]*$/, '') + ending));
    if (text !== undefined) beside.set(ending, text);
  }
  const { articles, problems } = format.read({ name, content, beside: (ending) => beside.get(ending) });
  const [first] = problems;
  return {
    articles,
    problem: first && `${first.line === undefined ? '' : `${t('line {0}', first.line)}: `}${first.message}`,
  };
}

/** The one article of a file, the one of this name or with these words, or one that the person picks. */
async function chosenArticle(
  { uri, session }: OpenArticle,
  found: readonly ReadArticle[],
): Promise<ReadArticle | undefined> {
  if (found.length < 2) return found[0];
  const name = fileNameOf(uri);
  const stem = name.replace(/(?<=.)\.[^.]*$/, '');
  const ink = (text: string) => text.replace(/\s+/gu, '');
  const here = ink(session.text.value);
  const fitting = found.find(
    (each) => each.name === name || each.name === stem || (each.text !== undefined && ink(each.text) === here),
  );
  if (fitting) return fitting;
  const items = found.map((article) => ({
    label: article.name,
    description: t('{0} annotations', article.spans.length),
    detail: article.text?.trimStart().slice(0, 100).replace(/\s+/gu, ' ') ?? '',
    article,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Import Annotations: Which article is this one?'),
  });
  return picked?.article;
}

/** Says what would be added, and asks as what. */
async function preview(
  { session }: OpenArticle,
  file: vscode.Uri,
  placed: Placed,
  problem: string | undefined,
): Promise<ImportedAs | undefined> {
  const { added, known } = joinSets(session.set, placed.article.set);
  if (added === 0) {
    say(
      known > 0 ? t('All of these annotations are here already.') : t('None of these annotations is in the article.'),
    );
    return undefined;
  }
  const asSuggestions = t('Import as Suggestions');
  const asDecisions = t('Import as Accepted');
  const lost = placed.lost
    .slice(0, 5)
    .map(({ quote, start, end, label }) => `${quote === undefined ? `${start}–${end}` : `“${quote}”`} (${label})`);
  const detail = [
    placed.isGuess
      ? t('{0} at their offsets in {1} (a guess)', placed.exact, unitInWords(placed.unit))
      : t('{0} at their offsets in {1}', placed.exact, unitInWords(placed.unit)),
    ...(placed.found > 0 ? [t('{0} found by their words', placed.found)] : []),
    ...(known > 0 ? [t('{0} here already', known)] : []),
    ...(placed.lost.length > 0
      ? [t('{0} not in the article: {1}', placed.lost.length, lost.join(', ') + (placed.lost.length > 5 ? ' …' : ''))]
      : []),
    ...(problem === undefined ? [] : [problem]),
  ];
  const answer = await vscode.window.showInformationMessage(
    added === 1
      ? t('Import 1 annotation from {0}?', fileNameOf(file))
      : t('Import {0} annotations from {1}?', added, fileNameOf(file)),
    { modal: true, detail: detail.join('\n') },
    asSuggestions,
    asDecisions,
  );
  return answer === asSuggestions ? 'suggested' : answer === asDecisions ? 'accepted' : undefined;
}

/** As what, where a key says so. */
export function asIn(answer: string | undefined): ImportedAs | undefined {
  return answer === 'suggested' || answer === 'accepted' ? answer : undefined;
}
