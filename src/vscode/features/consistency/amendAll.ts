import type * as vscode from 'vscode';
import type { Operation } from '../../../core/annotation/operation';
import { type Amended, linkTo, putUnderLabel, spellAs } from '../../../core/corpus/amends';
import type { Side } from '../../../core/corpus/consistency';
import type { Choosable } from '../../../core/corpus/findingPlaces';
import type { Decider } from '../../../core/mentions/decide';
import type { ArticleSession } from '../../../core/session';
import { changeArticle, type Done } from '../../articles/changeArticle';
import { deciderIn } from '../../articles/deciding';
import type { Services } from '../../services';
import type { OddArticle } from './oddArticles';

/** Mends an inconsistency in some articles. @param onProgress told how many are done */
export async function amendAll(
  services: Services,
  finding: Choosable,
  right: Side,
  articles: readonly OddArticle[],
  onProgress: (count: number) => void,
): Promise<{ readonly done: readonly Done[]; readonly failed: readonly vscode.Uri[] }> {
  const done: Done[] = [];
  const failed: vscode.Uri[] = [];
  for (const article of articles) {
    const { uri, text } = article;
    const operation = await changeArticle(services, article, (session) =>
      amended(finding, right, article, session, deciderIn(uri, session.set)),
    );
    if (operation) done.push({ uri, text, operation });
    else failed.push(uri);
    onProgress(done.length + failed.length);
  }
  return { done, failed };
}

function amended(
  finding: Choosable,
  right: Side,
  { mentions }: OddArticle,
  session: ArticleSession,
  decider: Decider,
): Operation {
  const { labels, set, text } = session;
  const article: Amended = {
    ground: { text: text.value, set, labels },
    mentions: session.mentions,
    kindOf: (label) => labels.of(label).covers[0] ?? label,
  };
  switch (finding.kind) {
    case 'two labels': {
      const suggested = mentions.filter(({ status }) => status === 'suggested');
      return putUnderLabel(article, finding.folded, right.says, suggested, decider);
    }
    case 'two links':
      return linkTo(article, finding.form, right.says, decider);
    case 'alike names': {
      const form = finding.forms[1 - finding.sides.indexOf(right)] ?? '';
      const odd = mentions[0]?.name ?? '';
      return spellAs(article, form, { odd, name: right.says, label: mentions[0]?.label ?? finding.label }, decider);
    }
  }
}
