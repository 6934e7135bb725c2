import type { Operation } from '../../../core/annotation/operation';
import { type Amended, linkTo, putUnderLabel, spellAs } from '../../../core/corpus/amends';
import type { Side } from '../../../core/corpus/consistency';
import type { Choosable } from '../../../core/corpus/findingPlaces';
import type { Decider } from '../../../core/mentions/decide';
import type { ArticleSession } from '../../../core/session';
import { changeArticles, type Outcome } from '../../articles/changeArticle';
import { deciderIn } from '../../articles/deciding';
import type { Services } from '../../services';
import type { OddArticle } from './oddArticles';

/** Mends an inconsistency in some articles. @param onDone told how many are done */
export function amendAll(
  services: Services,
  finding: Choosable,
  right: Side,
  articles: readonly OddArticle[],
  onDone: (count: number) => void,
): Promise<Outcome> {
  const amend = (session: ArticleSession, article: OddArticle) =>
    amended(finding, right, article, session, deciderIn(article.uri, session.set));
  return changeArticles(services, articles, amend, onDone);
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
