import { t } from '../l10n';
import { tableText } from '../text/table';
import type { Agreement } from './agreement';
import type { Estimate } from './bootstrap';

/** The figures and confusions as a page of plain text. */
export function agreementTable(found: Agreement): string {
  const { raters, articles, tokens, pairs, labels, byArticle } = found;
  const head = [
    t('{0}: {1} articles, {2} tokens', raters.join(', '), articles, tokens),
    ...lines([
      [t('Fleiss’ kappa (tokens)'), shown(found.fleiss)],
      [t('Krippendorff’s alpha (tokens)'), shown(found.alpha)],
      [t('Krippendorff’s alpha-u (spans)'), shown(found.unitized)],
    ]),
  ];
  const pairRows = pairs.map((pair) => [
    `${pair.first} – ${pair.second}`,
    pair.articles,
    ...[pair.kappa, pair.strict, pair.partial, pair.type].map(shown),
  ]);
  const labelRows = labels.map(({ label, spans, strict, alpha, unitized }) => [
    label,
    spans,
    figure(strict),
    figure(alpha),
    shown(unitized),
  ]);
  const articleRows = byArticle.map(({ name, spans, strict, alpha }) => [name, spans, figure(strict), figure(alpha)]);
  const confusions = pairs.map(({ first, second, confusions: counts }) => {
    const apart = counts.filter((each) => each.first !== each.second).slice(0, 20);
    return tableText([
      [first, second, t('spans')],
      ...apart.map((each) => [each.first || '–', each.second || '–', each.count]),
    ]);
  });
  return [
    `${head.join('\n')}\n`,
    tableText([
      [t('pair'), t('articles'), t('Cohen’s kappa'), t('F1 strict'), t('F1 partial'), t('F1 type')],
      ...pairRows,
    ]),
    tableText([[t('label'), t('spans'), t('F1 strict'), 'alpha', 'alpha-u'], ...labelRows]),
    tableText([[t('article'), t('spans'), t('F1 strict'), 'alpha'], ...articleRows]),
    ...confusions,
  ].join('\n');
}

function shown({ value, low, high }: Estimate): string {
  if (low === undefined || high === undefined) return figure(value);
  return `${figure(value)} [${figure(low)}, ${figure(high)}]`;
}

function figure(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(3);
}

/** Names and figures, the figures below each other. */
function lines(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, figures]) => `${name.padEnd(width)} ${figures}`);
}
