import * as vscode from 'vscode';
import { articleFacts } from '../../../core/article/articleFacts';
import { fitArticle } from '../../../core/formats/fit';
import type { AnnotatedArticle, Format, Part } from '../../../core/formats/format';
import { lossInWords } from '../../../core/formats/kinds';
import { select } from '../../../core/formats/select';
import { t } from '../../../core/l10n';
import { suggestedAnnotations } from '../../../core/mentions/suggestedAnnotations';
import { fileNameOf } from '../../adapt/fileName';
import { askForm } from '../../adapt/form';
import { say } from '../../adapt/say';
import type { OpenArticle } from '../../articles/openArticle';
import type { Services } from '../../services';
import { type ExportChoice, formatIn, LastChoice, optionsIn } from './exportChoice';
import { contentRow, firstFormat, formatRow, tokenRows } from './exportRows';

/** Asks for a format, what to write and where to, and says what the format could not hold. */
export async function exportAnnotations(services: Services, answers: Readonly<Record<string, string>>): Promise<void> {
  const { articles, files, log, memory } = services;
  const article = articles.active;
  if (!article) return say(t('There is no article here to export.'));
  const last = new LastChoice(memory, 'export');
  const choice = answers.file === undefined ? await choose(article, last.with(answers)) : last.with(answers);
  if (!choice) return;
  if (answers.file === undefined) await last.keep(choice);
  const format = formatIn(choice);
  const options = optionsIn(choice);
  const { article: fitted, losses } = fitArticle(contentOf(article, choice), format, options);
  const parts = format.write(fitted, options);
  const target = answers.file === undefined ? await askForFile(article, format) : vscode.Uri.parse(answers.file, true);
  if (!target) return;
  try {
    for (const part of parts) await files.replace(besideOf(target, format, part).toString(), whole(format, part));
  } catch (error) {
    log.error(`Export to ${target.toString()}:`, error);
    const reason = error instanceof Error ? error.message : String(error);
    vscode.window.showErrorMessage(t('Newsmark could not write {0}: {1}', fileNameOf(target), reason));
    return;
  }
  const lost = [...losses].map(([kind, count]) => lossInWords(kind, count));
  const count = fitted.set.annotations.length;
  const name = fileNameOf(target);
  const done =
    count === 1 ? t('1 annotation written to {0}.', name) : t('{0} annotations written to {1}.', count, name);
  if (lost.length === 0) return say(done);
  vscode.window.showInformationMessage(t('{0} {1} can’t hold {2}.', done, format.title, lost.join('; ')));
}

/** One list with all that can be chosen, as it was chosen last time. */
async function choose({ session }: OpenArticle, first: ExportChoice): Promise<ExportChoice | undefined> {
  const title = t('Export Annotations');
  const format = await firstFormat(first, title);
  if (format === undefined) return undefined;
  const decided = session.set.annotations.filter(({ status }) => status === 'accepted').length;
  const open = session.mentions.filter(({ status }) => status === 'suggested').length;
  return askForm(
    { ...first, format },
    {
      title,
      placeHolder: t('Enter exports, or changes a line'),
      go: (choice) => ({
        label: t('Export as {0}', formatIn(choice).title),
        iconPath: new vscode.ThemeIcon('export'),
        description: choice.content === 'suggested' ? `${decided} + ${open}` : String(decided),
      }),
    },
    [
      formatRow(`${title}: ${t('Format')}`),
      contentRow(`${title}: ${t('Which annotations')}`, ['decided', 'suggested']),
      ...tokenRows(title),
    ],
  );
}

function contentOf({ session, uri }: OpenArticle, { content }: ExportChoice): AnnotatedArticle {
  const isWhole = content === 'suggested';
  const { text, set, mentions, metadata } = session;
  const suggested = isWhole ? suggestedAnnotations(text.value, mentions) : [];
  const article = {
    name: fileNameOf(uri),
    text: text.value,
    article: articleFacts(metadata),
    set: { ...set, annotations: [...set.annotations, ...suggested] },
  };
  return select(article, { statuses: new Set(isWhole ? ['accepted', 'suggested'] : ['accepted']) });
}

function askForFile({ uri }: OpenArticle, { title, endings }: Format): Thenable<vscode.Uri | undefined> {
  const stem = fileNameOf(uri).replace(/(?<=.)\.[^.]*$/, '');
  const [ending] = endings;
  return vscode.window.showSaveDialog({
    title: t('Export Annotations'),
    defaultUri: vscode.Uri.joinPath(uri, '..', `${stem}${ending}`),
    filters: { [title]: [ending.slice(ending.lastIndexOf('.') + 1)] },
  });
}

/** A part's file: the target itself, or one beside it with the same name and the part's own ending. */
function besideOf(target: vscode.Uri, { endings }: Format, { ending }: Part): vscode.Uri {
  const [main] = endings;
  if (ending === main) return target;
  const name = fileNameOf(target);
  const stem = name.endsWith(main) ? name.slice(0, -main.length) : name;
  return vscode.Uri.joinPath(target, '..', `${stem}${ending}`);
}

function whole({ frame }: Format, { content }: Part): string {
  return `${frame?.head ?? ''}${content}${frame?.foot ?? ''}`;
}
