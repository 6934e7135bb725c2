import * as vscode from 'vscode';
import type { AnnotationSet } from '../../../core/annotation/annotation';
import type { ReadArticle } from '../../../core/formats/format';
import { FORMATS, formatOfFile } from '../../../core/formats/formats';
import { type ImportedAs, imported, importOperation } from '../../../core/formats/importOperation';
import { joinSets } from '../../../core/formats/join';
import { placeArticle } from '../../../core/formats/place';
import { t } from '../../../core/l10n';
import { EMPTY_SIDECAR } from '../../../core/sidecar/filed';
import { placeSidecar } from '../../../core/sidecar/place';
import { SidecarStore } from '../../../core/sidecar/store';
import { Text } from '../../../core/text/text';
import { fileNameOf } from '../../adapt/fileName';
import { say } from '../../adapt/say';
import { sidecarOf } from '../../articles/openArticle';
import { canDecide } from '../../articles/sidecarTrouble';
import type { Services } from '../../services';
import { articlesIn as articlesInFile, asIn } from './importAnnotations';

/** What some files have for one article of the workspace. */
interface Match {
  readonly article: vscode.Uri;
  readonly text: string;
  readonly set: AnnotationSet;
  readonly from: string;
}

/** What would come of an import. */
interface Plan {
  readonly matches: readonly Match[];
  readonly lost: number;
  /** Articles of the files that no article of the workspace is. */
  readonly strangers: readonly string[];
  readonly problems: readonly string[];
}

/**
 * Imports annotations of other tools' files onto the workspace's articles: of several files, or all in a folder. Each
 * article is known by its name, else by its words. What would match is told beforehand.
 */
export async function importFiles(services: Services, answers: Readonly<Record<string, string>>): Promise<void> {
  const chosen = answers.from === undefined ? await pickSources() : [vscode.Uri.parse(answers.from, true)];
  if (chosen.length === 0) return;
  try {
    const plan = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: t('Reading annotations') },
      () => planFor(services, chosen),
    );
    const as = asIn(answers.as) ?? (await preview(plan));
    if (as) await carryOutAll(services, plan.matches, as);
  } catch (error) {
    services.log.error('Import:', error);
    const reason = error instanceof Error ? error.message : String(error);
    vscode.window.showErrorMessage(t('Newsmark could not read {0}: {1}', chosen.map(fileNameOf).join(', '), reason));
  }
}

async function pickSources(): Promise<readonly vscode.Uri[]> {
  const folder = t('A folder…');
  const files = t('Files…');
  const picked = await vscode.window.showQuickPick([files, folder], { title: t('Import onto Articles: From') });
  if (picked === undefined) return [];
  const options = { title: t('Import onto Articles'), openLabel: t('Import') };
  const found = await vscode.window.showOpenDialog(
    picked === folder
      ? { ...options, canSelectFolders: true, canSelectFiles: false }
      : { ...options, canSelectMany: true },
  );
  return found ?? [];
}

/** How many files of a folder are read, and how deep. */
const MOST_FILES = 20_000;

/** The files among some places whose names could be those of a format, folders looked through. */
async function sourcesIn(places: readonly vscode.Uri[]): Promise<vscode.Uri[]> {
  const endings = new Set(FORMATS.flatMap((format) => format.endings));
  const found: vscode.Uri[] = [];
  const waiting = [...places];
  for (let looked = 0; waiting.length > 0 && looked < MOST_FILES; looked++) {
    const place = waiting.shift();
    if (!place) break;
    const { type } = await vscode.workspace.fs.stat(place);
    if ((type & vscode.FileType.Directory) === 0) {
      found.push(place);
      continue;
    }
    for (const [name, kind] of await vscode.workspace.fs.readDirectory(place)) {
      if (name.startsWith('.') || name === 'node_modules' || name.endsWith('.newsmark.json')) continue;
      const isWanted = [...endings].some((ending) => name.toLowerCase().endsWith(ending));
      const isFolder = kind === vscode.FileType.Directory;
      if (isFolder || isWanted) waiting.push(vscode.Uri.joinPath(place, name));
    }
  }
  return found;
}

async function planFor(services: Services, places: readonly vscode.Uri[]): Promise<Plan> {
  const own = await articlesByName(services);
  const matches: Match[] = [];
  const strangers: string[] = [];
  const problems: string[] = [];
  let lost = 0;
  for (const source of await sourcesIn(places)) {
    const name = fileNameOf(source);
    const read = (uri: vscode.Uri) => services.files.read(uri.toString());
    const content = (await read(source)) ?? '';
    const format = formatOfFile(name, content);
    if (!format) continue;
    const { articles, problem } = await articlesInFile(source, content, format, read);
    if (problem !== undefined) problems.push(`${name}: ${problem}`);
    for (const article of articles) {
      const candidate = await own.find(article);
      const placed = candidate && placeArticle(article, candidate.text);
      if (!candidate || !placed) {
        strangers.push(article.name);
        continue;
      }
      lost += placed.lost.length;
      matches.push({ article: candidate.uri, text: placed.article.text, set: placed.article.set, from: name });
    }
  }
  return { matches, lost, strangers, problems };
}

/** The workspace's articles, to be found by what another tool calls them, or by their words. */
async function articlesByName({ workspace, articles, files }: Services) {
  const listed = await workspace.list();
  const byName = new Map<string, vscode.Uri[]>();
  for (const { uri } of listed)
    for (const key of new Set([fileNameOf(uri), stemOf(fileNameOf(uri))]))
      byName.set(key, [...(byName.get(key) ?? []), uri]);
  const textAt = async (uri: vscode.Uri) => {
    const raw = articles.get(uri)?.session.text.value ?? (await files.read(uri.toString()));
    return raw === undefined ? undefined : Text.of(raw).value;
  };
  let byInk: Map<string, vscode.Uri> | undefined;
  const ofInk = async (ink: string) => {
    if (!byInk) {
      byInk = new Map();
      for (const { uri } of listed) byInk.set(inkOf((await textAt(uri)) ?? ''), uri);
    }
    return byInk.get(ink);
  };
  const find = async ({ name, text }: ReadArticle): Promise<{ uri: vscode.Uri; text: string } | undefined> => {
    const base = name.split('/').at(-1) ?? name;
    const named = byName.get(base) ?? byName.get(stemOf(base)) ?? [];
    const uri = named.length === 1 ? named[0] : text === undefined ? undefined : await ofInk(inkOf(text));
    const own = uri && (await textAt(uri));
    return uri && own !== undefined ? { uri, text: own } : undefined;
  };
  return { find };
}

function stemOf(name: string): string {
  return name.replace(/(?<=.)\.[^.]*$/, '');
}

/** A text without its white space: what is the same in two programs' versions of it. */
function inkOf(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** Says what would be added where, and asks as what. */
async function preview({ matches, lost, strangers, problems }: Plan): Promise<ImportedAs | undefined> {
  const annotations = matches.reduce((sum, { set }) => sum + set.annotations.length, 0);
  if (annotations === 0) {
    say(t('None of these annotations is in an article of the workspace.'));
    return undefined;
  }
  const few = (items: readonly string[]) => items.slice(0, 5).join(', ') + (items.length > 5 ? ' …' : '');
  const detail = [
    few(matches.map(({ article, set }) => `${fileNameOf(article)}: ${set.annotations.length}`)),
    ...(lost > 0 ? [t('{0} are not in their articles', lost)] : []),
    ...(strangers.length > 0 ? [t('No article of the workspace: {0}', few(strangers))] : []),
    ...(problems.length > 0 ? [few(problems)] : []),
  ];
  const asSuggestions = t('Import as Suggestions');
  const asDecisions = t('Import as Accepted');
  const answer = await vscode.window.showInformationMessage(
    t('Import {0} annotations onto {1} articles?', annotations, matches.length),
    { modal: true, detail: detail.join('\n') },
    asSuggestions,
    asDecisions,
  );
  return answer === asSuggestions ? 'suggested' : answer === asDecisions ? 'accepted' : undefined;
}

async function carryOutAll(services: Services, matches: readonly Match[], as: ImportedAs): Promise<void> {
  let added = 0;
  const troubles: string[] = [];
  for (const { article, text, set } of matches) {
    const brought = imported(set, as);
    const open = services.articles.get(article);
    if (open) {
      // In an open article it is one act, that can be undone there.
      if (open.session.text.value !== text || !canDecide(open)) troubles.push(fileNameOf(article));
      else {
        added += joinSets(open.session.set, brought).added;
        open.session.apply(importOperation(open.session.set, brought));
        open.sync();
      }
      continue;
    }
    const count = await addTo(services, article, text, brought);
    if (count === undefined) troubles.push(fileNameOf(article));
    else added += count;
  }
  if (troubles.length > 0)
    vscode.window.showWarningMessage(t('Nothing was imported onto these: {0}', troubles.slice(0, 10).join(', ')));
  say(added === 1 ? t('1 annotation imported.') : t('{0} annotations imported.', added));
}

/** Adds to the sidecar of an article that is not open. @returns how many; undefined where it can't be used */
async function addTo(
  { files }: Services,
  article: vscode.Uri,
  text: string,
  brought: AnnotationSet,
): Promise<number | undefined> {
  const store = new SidecarStore(sidecarOf(article).toString(), { files });
  const loaded = await store.load();
  if (store.state.kind !== 'ready') return undefined;
  const { set, added } = joinSets(placeSidecar(loaded?.sidecar ?? EMPTY_SIDECAR, text), brought);
  if (added === 0) return 0;
  const { state } = await store.save(set, text, { file: fileNameOf(article) });
  return state.kind === 'ready' ? added : undefined;
}
