import * as vscode from 'vscode';
import { editEntity } from '../../../core/curation/editEntities';
import { groupOf } from '../../../core/curation/entityGroup';
import { t } from '../../../core/l10n';
import { toOffset, toRange } from '../../adapt/position';
import { carryOut, deciderFor, groundOf } from '../../articles/deciding';
import type { OpenArticles } from '../../articles/openArticles';
import { canDecide } from '../../articles/sidecarTrouble';
import { mentionAt } from '../../articles/target';

/** The editor's own Rename, on mentions: the entity gets another name, the article stays as it is. */
export class EntityRename implements vscode.RenameProvider {
  readonly #articles: OpenArticles;

  constructor(articles: OpenArticles) {
    this.#articles = articles;
  }

  prepareRename(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): { range: vscode.Range; placeholder: string } {
    const { article, mention } = this.#at(document, position);
    return { range: toRange(article.session.text, mention), placeholder: mention.name };
  }

  provideRenameEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    name: string,
  ): vscode.WorkspaceEdit | undefined {
    const { article, mention } = this.#at(document, position);
    if (!canDecide(article)) return undefined;
    const group = groupOf(article.session.mentions, mention);
    carryOut(article, editEntity(groundOf(article), group, { name }, deciderFor(article)));
    return new vscode.WorkspaceEdit();
  }

  #at(document: vscode.TextDocument, position: vscode.Position) {
    const article = this.#articles.get(document.uri);
    const names = article?.session.mentions.filter(({ quotation }) => !quotation) ?? [];
    const mention = article && mentionAt(names, toOffset(article.session.text, position));
    // The editor shows the message of what is thrown here.
    if (!mention) throw new Error(t('There is no name or figure here to rename.'));
    return { article, mention };
  }
}
