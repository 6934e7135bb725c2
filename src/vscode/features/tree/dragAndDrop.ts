import * as vscode from 'vscode';
import type { Operation } from '../../../core/annotation/operation';
import { mergeEntities, moveMentions } from '../../../core/curation/editEntities';
import { groupOf } from '../../../core/curation/entityGroup';
import { t } from '../../../core/l10n';
import { relabel } from '../../../core/mentions/decide';
import type { Mention } from '../../../core/mentions/mention';
import type { EntityRow, LabelRow } from '../../../core/tree/row';
import { say } from '../../adapt/say';
import { carryOut, deciderFor, groundOf } from '../../articles/deciding';
import { OpenArticle } from '../../articles/openArticle';
import { canDecide } from '../../articles/sidecarTrouble';
import { presentIn } from '../../articles/target';
import { VIEWS } from '../../contributions';
import type { Row, TreeArticle } from './treeRow';

/** The editor's own type for rows of this view. */
const ROWS = `application/vnd.code.tree.${VIEWS.entities.toLowerCase()}`;

/**
 * Dragging in the tree: entities dropped on an entity are merged into it, mentions go over to it; either, dropped on a
 * label, get that label.
 */
export class TreeDragAndDrop implements vscode.TreeDragAndDropController<Row> {
  readonly dragMimeTypes = [ROWS];
  readonly dropMimeTypes = [ROWS];
  #dragged: readonly Row[] = [];

  handleDrag(rows: readonly Row[], transfer: vscode.DataTransfer): void {
    this.#dragged = rows.filter(({ kind }) => kind === 'entity' || kind === 'mention');
    if (this.#dragged.length > 0) transfer.set(ROWS, new vscode.DataTransferItem(this.#dragged.length));
  }

  handleDrop(target: Row | undefined, transfer: vscode.DataTransfer): void {
    const rows = transfer.get(ROWS) ? this.#dragged : [];
    this.#dragged = [];
    const onto = target?.kind === 'mention' || target?.kind === 'relation' ? target.parent : target;
    if (!onto || rows.length === 0 || (onto.kind !== 'entity' && onto.kind !== 'label')) return;
    const { article } = onto;
    const own = rows.filter((row) => row.kind !== 'article' && row.article === article);
    if (!(article instanceof OpenArticle) || own.length < rows.length) {
      say(t('Only rows of one open article can be put together.'));
    } else if (canDecide(article)) {
      const operation = dropped(article, own, onto);
      if (operation === 'changed') say(t('The article changed meanwhile. Please try again.'));
      else if (operation) carryOut(article, operation);
      else say(t('A quotation is put under its speaker by a relation between the two.'));
    }
  }
}

/**
 * What dropping rows on a row says; undefined where it says nothing that could be done, `changed` where the rows are of
 * an article that has changed since they were drawn.
 */
function dropped(
  article: OpenArticle,
  rows: readonly Row[],
  onto: EntityRow<TreeArticle> | LabelRow<TreeArticle>,
): Operation | 'changed' | undefined {
  const ground = groundOf(article);
  const decider = deciderFor(article);
  const { mentions } = article.session;
  const mentionsOf = (row: Row) => (row.kind === 'entity' || row.kind === 'mention' ? row.mentions : []);
  const dragged = presentIn(article, rows.flatMap(mentionsOf));
  const [first] = presentIn(article, onto.mentions.slice(0, 1)) ?? [];
  if (!dragged || !first) return 'changed';
  if (onto.kind === 'label') {
    const others = dragged.filter(({ label }) => label !== onto.label.id);
    return relabel(ground, others, onto.label.id, decider);
  }
  if ([first, ...dragged].some(({ quotation }) => quotation)) return undefined;
  const into = groupOf(mentions, first);
  const merged = rows.flatMap((row) =>
    row.kind === 'entity' ? (presentIn(article, row.mentions.slice(0, 1)) ?? []) : [],
  );
  if (merged.length === 0) return moveMentions(ground, unique(dragged), into, decider);
  return mergeEntities(
    ground,
    into,
    merged.map((mention) => groupOf(mentions, mention)),
    decider,
  );
}

function unique(mentions: readonly Mention[]): readonly Mention[] {
  return [...new Set(mentions)];
}
