import * as vscode from 'vscode';
import { isIdle, type Operation } from '../../../core/annotation/operation';
import { t } from '../../../core/l10n';
import { versionsIn } from '../../../core/sidecar/conflictMarkers';
import { EMPTY_SIDECAR, type FiledSidecar } from '../../../core/sidecar/filed';
import { type MergeConflict, mergeSidecars } from '../../../core/sidecar/merge';
import { mergeVersion as merged } from '../../../core/sidecar/mergeVersions';
import { readSidecar } from '../../../core/sidecar/read';
import { writeSidecar } from '../../../core/sidecar/write';
import { Text } from '../../../core/text/text';
import { fileNameOf } from '../../adapt/fileName';
import { say } from '../../adapt/say';
import { carryOut } from '../../articles/deciding';
import type { OpenArticle } from '../../articles/openArticle';
import { canDecide, isUnmerged } from '../../articles/sidecarTrouble';
import type { Services } from '../../services';

/**
 * Merges another version of the article's annotations into those that are there: a colleague's file, one of a backup, or,
 * where git left its marks in the sidecar, the two versions in it. What comes of it is told beforehand, and no decision of
 * either side is lost.
 * @param answers `with` is the other version, `base` the one that both come from, or empty; `article` is the article's URI,
 *   of the active one where it is absent
 */
export async function mergeVersion(services: Services, answers: Readonly<Record<string, string>>): Promise<void> {
  const { articles } = services;
  // A message may be answered long after its article was closed: then no other one is meant by that.
  const article = answers.article === undefined ? articles.active : articles.get(vscode.Uri.parse(answers.article));
  if (!article) return say(t('There is no article here whose annotations could be merged.'));
  try {
    if (isUnmerged(article.session.sidecarState)) await mergeMarked(services, article, answers.with !== undefined);
    else await mergeFile(services, article, answers);
  } catch (error) {
    services.log.error('Merge:', error);
    vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}

async function mergeFile(
  services: Services,
  article: OpenArticle,
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  if (!canDecide(article)) return;
  const file = answers.with === undefined ? await pickFile(article, t('Merge')) : vscode.Uri.parse(answers.with, true);
  const theirs = file && (await sidecarAt(services, file));
  if (!theirs) return;
  const base = answers.with === undefined ? await pickBase(services, article) : await baseIn(services, answers.base);
  if (!base) return;
  const { text, set } = article.session;
  const { operation, conflicts } = merged(set, text.value, theirs, base);
  if (isIdle(operation)) return say(t('There is nothing new in {0}.', fileNameOf(file)));
  const question = t('Merge {0} into the annotations of {1}?', fileNameOf(file), fileNameOf(article.uri));
  if (answers.with === undefined && !(await isAgreed(question, operation, conflicts))) return;
  if (article.session.set !== set || article.session.text !== text)
    return say(t('The article changed meanwhile. Please try again.'));
  carryOut(article, operation);
  tellConflicts(conflicts);
}

/** The sidecar in a file. @throws Error where there is none that can be read, with words for a person */
async function sidecarAt({ files }: Services, uri: vscode.Uri): Promise<FiledSidecar> {
  return sidecarIn((await files.read(uri.toString())) ?? '', fileNameOf(uri));
}

function sidecarIn(raw: string, name: string): FiledSidecar {
  const reading = readSidecar(raw);
  if (reading.kind === 'ok') return reading.sidecar;
  if (reading.kind === 'newer') throw new Error(t('{0} was written by a newer Newsmark.', name));
  const [problem] = reading.problems;
  throw new Error(`${name}:${Text.of(raw).positionAt(problem.start).line + 1}: ${problem.message}`);
}

async function pickFile({ uri }: OpenArticle, openLabel: string): Promise<vscode.Uri | undefined> {
  const [picked] =
    (await vscode.window.showOpenDialog({
      title: t('Merge Another Version of the Annotations'),
      openLabel,
      defaultUri: vscode.Uri.joinPath(uri, '..'),
      filters: { [t('Newsmark’s annotations')]: ['json'], [t('All files')]: ['*'] },
    })) ?? [];
  return picked;
}

async function pickBase(services: Services, article: OpenArticle): Promise<FiledSidecar | undefined> {
  const file = t('An earlier version that both come from…');
  const picked = await vscode.window.showQuickPick(
    [
      { label: t('Keep what either has'), description: t('nothing that one side removed goes') },
      { label: file, description: t('what one side removed since goes') },
    ],
    { title: t('Merge Another Version of the Annotations'), placeHolder: t('What do both come from?') },
  );
  if (!picked) return undefined;
  if (picked.label !== file) return EMPTY_SIDECAR;
  const uri = await pickFile(article, t('Choose'));
  return uri && sidecarAt(services, uri);
}

async function baseIn(services: Services, base = ''): Promise<FiledSidecar> {
  return base === '' ? EMPTY_SIDECAR : sidecarAt(services, vscode.Uri.parse(base, true));
}

/** Says what would change. @returns whether the person wants that */
async function isAgreed(
  question: string,
  { edits, entities = [], relations = [] }: Operation,
  conflicts: readonly MergeConflict[],
): Promise<boolean> {
  const added = edits.filter(({ before }) => !before);
  const gone = edits.filter(({ after }) => !after);
  const changed = edits.length - added.length - gone.length;
  const quotes = added.slice(0, 5).map(({ after }) => `“${after?.quote}”`);
  const detail = [
    ...(added.length > 0
      ? [t('{0} annotations are new: {1}', added.length, quotes.join(', ') + (added.length > 5 ? ' …' : ''))]
      : []),
    ...(changed > 0 ? [t('{0} annotations change', changed)] : []),
    ...(gone.length > 0 ? [t('{0} annotations go, since the other side removed them', gone.length)] : []),
    ...(entities.length + relations.length > 0
      ? [t('{0} entities and {1} relations are new or change', entities.length, relations.length)]
      : []),
    ...(conflicts.length > 0
      ? [t('{0} contradictions: both sides are kept, for you to settle', conflicts.length)]
      : []),
  ];
  const go = t('Merge');
  return (await vscode.window.showInformationMessage(question, { modal: true, detail: detail.join('\n') }, go)) === go;
}

function tellConflicts(conflicts: readonly MergeConflict[]): void {
  if (conflicts.length === 0) return;
  const show = t('Show Problems');
  void vscode.window
    .showWarningMessage(
      t('{0} decisions contradict each other. Both are kept; settle them in Problems.', conflicts.length),
      show,
    )
    .then((picked) => picked && vscode.commands.executeCommand('workbench.actions.view.problems'));
}

/** Merges the two versions that git left in a sidecar, and writes what comes of it in their place. */
async function mergeMarked({ files }: Services, article: OpenArticle, isAnswered: boolean): Promise<void> {
  const path = article.sidecar.toString();
  const name = fileNameOf(article.sidecar);
  const raw = (await files.read(path)) ?? '';
  const versions = versionsIn(raw);
  if (!versions) throw new Error(t('Git’s marks in {0} do not belong together; mend them by hand.', name));
  const ours = sidecarIn(versions.ours, t('{0}, the first version', name));
  const theirs = sidecarIn(versions.theirs, t('{0}, the second version', name));
  const base =
    versions.base === undefined ? EMPTY_SIDECAR : sidecarIn(versions.base, t('{0}, what both come from', name));
  const { sidecar, conflicts } = mergeSidecars(base, ours, theirs, article.session.text.value);
  const [mine, other, both] = [ours, theirs, sidecar].map(({ annotations }) => annotations.length);
  const detail = [
    t('The versions have {0} and {1} annotations; together they have {2}.', mine ?? 0, other ?? 0, both ?? 0),
    ...(conflicts.length > 0
      ? [t('{0} contradictions: both sides are kept, for you to settle', conflicts.length)]
      : []),
  ].join('\n');
  const go = t('Merge');
  const question = t('Merge the two versions in {0}?', name);
  const isWanted =
    isAnswered || (await vscode.window.showInformationMessage(question, { modal: true, detail }, go)) === go;
  if (!isWanted) return;
  const isWritten = await files.exclusively(path, async () => {
    if ((await files.read(path)) !== raw) return false;
    await files.replace(path, writeSidecar(sidecar));
    return true;
  });
  article.sync();
  if (!isWritten) return say(t('{0} changed meanwhile. Please try again.', name));
  say(t('The two versions in {0} are merged.', name));
  tellConflicts(conflicts);
}
