import * as vscode from 'vscode';
import { exportFiles } from '../../../core/corpus/exportFiles';
import type { AnnotatedArticle, Format } from '../../../core/formats/format';
import type { Services } from '../../services';
import { cardWords } from './cardWords';
import { type ExportChoice, formatIn, type LastChoice, optionsIn, sharesIn } from './exportChoice';
import { articlesIn, type PreviewWords, previewExport } from './exportPreview';
import { isOneFile, pickTarget, writeExport } from './exportTarget';

/** How an export of several articles is asked about. */
export interface Asking {
  /** Of the dialog for the target. */
  readonly title: string;
  readonly last: LastChoice;
  /** The target's URI, where a key binding says it beforehand: nothing is asked or remembered then. */
  readonly to: string | undefined;
  /** @param count how many articles would be written */
  readonly words: (format: Format, count: number) => PreviewWords;
}

/** Tells what would be written of some articles, asks where to, and writes it. */
export async function exportChosen(
  services: Services,
  articles: readonly AnnotatedArticle[],
  choice: ExportChoice,
  { title, last, to, words }: Asking,
): Promise<void> {
  const format = formatIn(choice);
  const split = { shares: sharesIn(choice), seed: choice.seed };
  const exported = exportFiles(articles, format, optionsIn(choice), split, cardWords(services, choice));
  const isFile = isOneFile(format, exported);
  if (to !== undefined) return writeExport(services, exported, { uri: vscode.Uri.parse(to, true), isFile });
  await last.keep(choice);
  if (!(await previewExport(format, exported, words(format, articlesIn(exported))))) return;
  const target = await pickTarget(title, format, isFile);
  if (target) await writeExport(services, exported, target);
}
