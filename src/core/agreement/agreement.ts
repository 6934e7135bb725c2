import { type Estimate, estimate } from './bootstrap';
import {
  type Counts,
  cohensKappa,
  coincidences,
  confusion,
  fleissKappa,
  fleissTally,
  nominalAlpha,
  summed,
} from './nominal';
import { type LabelSpan, OUTSIDE, type RatedArticle, tokenLabels } from './rated';
import { pairSpans, type SpanTally, spanF1, spanTally } from './spans';
import { type Continuum, merged, unitizedAlpha, unitizedDisagreement } from './unitized';

export interface AgreementOptions {
  /** How many draws an interval is made of; 0 for none. */
  readonly draws: number;
  readonly seed: number;
}

/** What two people agree in. */
export interface PairAgreement {
  readonly first: string;
  readonly second: string;
  /** Articles that both have seen. */
  readonly articles: number;
  readonly kappa: Estimate;
  readonly strict: Estimate;
  readonly partial: Estimate;
  readonly type: Estimate;
  /** How often which labels met, `''` where one of them marked nothing; the most frequent first. */
  readonly confusions: readonly { readonly first: string; readonly second: string; readonly count: number }[];
}

/** Agreement about one label: its tokens against all others, its spans. */
export interface LabelAgreement {
  readonly label: string;
  readonly spans: number;
  /** Mean over pairs of people. */
  readonly strict: number;
  readonly alpha: number;
  readonly unitized: Estimate;
}

/** Agreement on one article. */
export interface ArticleAgreement {
  readonly name: string;
  readonly spans: number;
  readonly strict: number;
  readonly alpha: number;
}

export interface Agreement {
  readonly raters: readonly string[];
  readonly articles: number;
  readonly tokens: number;
  /** On tokens, of all raters; of articles that all have seen. */
  readonly fleiss: Estimate;
  /** On tokens; articles that some have not seen count too. */
  readonly alpha: Estimate;
  /** On spans, of articles that all have seen: all labels together. */
  readonly unitized: Estimate;
  readonly pairs: readonly PairAgreement[];
  readonly labels: readonly LabelAgreement[];
  readonly byArticle: readonly ArticleAgreement[];
}

/** How far people agree who annotated the same articles. */
export function agreementOf(
  raters: readonly string[],
  articles: readonly RatedArticle[],
  options: AgreementOptions,
): Agreement {
  const whole = articles.filter((article) => article.raters.every((spans) => spans !== undefined));
  const ratings = articles.map(ratingsOf);
  const labels = [
    ...new Set(
      articles.flatMap((article) => article.raters.flatMap((spans) => spans?.map(({ label }) => label) ?? [])),
    ),
  ].sort();
  const unitized = (own: readonly string[]) =>
    estimate(
      whole,
      (drawn) =>
        unitizedAlpha(own.map((label) => unitizedDisagreement(drawn.map((article) => continuumOf(article, label))))),
      options,
    );
  return {
    raters,
    articles: articles.length,
    tokens: articles.reduce((sum, { tokens }) => sum + tokens.length, 0),
    fleiss: estimate(
      whole.map((article) => fleissTally(ratingsOf(article))),
      fleissKappa,
      options,
    ),
    alpha: estimate(ratings.map(coincidences), (drawn) => nominalAlpha(summed(drawn)), options),
    unitized: unitized(labels),
    pairs: pairsOf(raters).map(([first, second]) => pairAgreement(raters, articles, first, second, options)),
    labels: labels.map((label) => {
      const own = articles.map((article) => onlyLabel(article, label));
      return {
        label,
        spans: spansIn(own),
        strict: meanStrict(own),
        alpha: nominalAlpha(summed(own.map((article) => coincidences(ratingsOf(article))))),
        unitized: unitized([label]),
      };
    }),
    byArticle: articles.map((article, index) => ({
      name: article.name,
      spans: spansIn([article]),
      strict: meanStrict([article]),
      alpha: nominalAlpha(coincidences(ratings[index] ?? [])),
    })),
  };
}

/** For each token, the labels that raters gave it. */
function ratingsOf({ tokens, raters }: RatedArticle): string[][] {
  const labels = raters.flatMap((spans) => (spans ? [tokenLabels(tokens, spans)] : []));
  return tokens.map((_, token) => labels.map((own) => own[token] ?? OUTSIDE));
}

function continuumOf({ length, raters }: RatedArticle, label: string): Continuum {
  return { length, raters: raters.map((spans = []) => merged(spans.filter((span) => span.label === label))) };
}

function onlyLabel(article: RatedArticle, label: string): RatedArticle {
  return { ...article, raters: article.raters.map((spans) => spans?.filter((span) => span.label === label)) };
}

function pairsOf(raters: readonly unknown[]): [number, number][] {
  return raters.flatMap((_, first) =>
    raters.slice(first + 1).map((_, rest): [number, number] => [first, first + 1 + rest]),
  );
}

/** The articles that two have seen, with what each marked. */
function seenByBoth(articles: readonly RatedArticle[], first: number, second: number) {
  return articles.flatMap(({ tokens, raters }) => {
    const [a, b] = [raters[first], raters[second]];
    return a && b ? [{ tokens, a, b }] : [];
  });
}

function pairAgreement(
  raters: readonly string[],
  articles: readonly RatedArticle[],
  first: number,
  second: number,
  options: AgreementOptions,
): PairAgreement {
  const seen = seenByBoth(articles, first, second);
  const tallies = seen.map(({ a, b }) => spanTally(a, b));
  const tables = seen.map(({ tokens, a, b }): Counts => confusion(tokenLabels(tokens, a), tokenLabels(tokens, b)));
  const f1 = (way: 'strict' | 'partial' | 'type') =>
    estimate(tallies, (drawn: readonly SpanTally[]) => spanF1(drawn, way), options);
  return {
    first: raters[first] ?? '',
    second: raters[second] ?? '',
    articles: seen.length,
    kappa: estimate(tables, (drawn) => cohensKappa(summed(drawn)), options),
    strict: f1('strict'),
    partial: f1('partial'),
    type: f1('type'),
    confusions: confusionsOf(seen),
  };
}

function confusionsOf(seen: readonly { readonly a: readonly LabelSpan[]; readonly b: readonly LabelSpan[] }[]) {
  const counts = new Map<string, { first: string; second: string; count: number }>();
  for (const { a, b } of seen) {
    for (const pair of pairSpans(a, b)) {
      const [first, second] = [pair.first?.label ?? '', pair.second?.label ?? ''];
      const key = JSON.stringify([first, second]);
      const known = counts.get(key) ?? { first, second, count: 0 };
      known.count++;
      counts.set(key, known);
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.first + a.second < b.first + b.second ? -1 : 1));
}

function spansIn(articles: readonly RatedArticle[]): number {
  return articles.reduce((sum, { raters }) => sum + raters.reduce((own, spans) => own + (spans?.length ?? 0), 0), 0);
}

function meanStrict(articles: readonly RatedArticle[]): number {
  const figures = pairsOf(articles[0]?.raters ?? []).map(([first, second]) =>
    spanF1(
      seenByBoth(articles, first, second).map(({ a, b }) => spanTally(a, b)),
      'strict',
    ),
  );
  const known = figures.filter((figure) => !Number.isNaN(figure));
  return known.reduce((sum, figure) => sum + figure, 0) / known.length;
}
