import * as vscode from 'vscode';
import { articleFacts } from '../../../core/article/articleFacts';
import { fitArticle } from '../../../core/formats/fit';
import type { AnnotatedArticle, Format, Part } from '../../../core/formats/format';
import { FORMATS, formatOf } from '../../../core/formats/formats';
import { lossInWords } from '../../../core/formats/kinds';
import { lacksOf } from '../../../core/formats/lacks';
import { select } from '../../../core/formats/select';
import { t } from '../../../core/l10n';
import { suggestedAnnotations } from '../../../core/mentions/suggestedAnnotations';
import { fileNameOf } from '../../adapt/fileName';
import { say } from '../../adapt/say';
import type { OpenArticle } from '../../articles/openArticle';
import type { Services } from '../../services';

export const OPTIONS = { tokenizer: 'words', scheme: 'iob2' } as const;

/** Asks for a format, what to write and where to, and says what the format could not hold. */
export async function exportAnnotations(
  { articles, files, log }: Services,
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  const article = articles.active;
  if (!article) return say(t('There is no article here to export.'));
  const format = formatOf(answers.format ?? '') ?? (await pickFormat());
  if (!format) return;
  const isWhole = answers.with === undefined ? await pickContent(article) : answers.with === 'suggested';
  if (isWhole === undefined) return;
  const { article: fitted, losses } = fitArticle(contentOf(article, isWhole), format, OPTIONS);
  const parts = format.write(fitted, OPTIONS);
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

/** Asks for a format, telling what each can't hold. */
export async function pickFormat(): Promise<Format | undefined> {
  const items = FORMATS.map((format) => {
    const lacks = lacksOf(format);
    const detail = lacks.length > 0 ? t('Can’t hold: {0}', lacks.join('; ')) : t('Holds everything');
    return { label: format.title, description: format.endings[0], detail, format };
  });
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Export Annotations: Format'),
    placeHolder: t('Which tool are they for?'),
    matchOnDescription: true,
  });
  return picked?.format;
}

/** Whether suggestions are wanted too. */
async function pickContent({ session }: OpenArticle): Promise<boolean | undefined> {
  const decided = session.set.annotations.filter(({ status }) => status === 'accepted').length;
  const open = session.mentions.filter(({ status }) => status === 'suggested').length;
  const picked = await vscode.window.showQuickPick(
    [
      { label: t('What is accepted'), description: String(decided), isWhole: false },
      { label: t('What is accepted, and undecided suggestions'), description: `${decided} + ${open}`, isWhole: true },
    ],
    { title: t('Export Annotations: Which') },
  );
  return picked?.isWhole;
}

function contentOf({ session, uri }: OpenArticle, isWhole: boolean): AnnotatedArticle {
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
