import { paragraphs } from '../text/paragraphs';
import type { Span } from '../text/span';
import { type Byline, readByline } from './byline';
import { type Dateline, readDateline } from './dateline';
import { type FrontMatterProblem, readFrontMatter } from './frontMatter';
import { findHeadline } from './headline';
import type { ArticleMetadata } from './metadata';
import { findSubheads } from './subheads';

/** The parts of an article. All spans are half-open, in UTF-16 code units. */
export interface ArticleStructure {
  readonly frontMatter?: Span & { readonly metadata: ArticleMetadata };
  readonly headline?: Span;
  readonly byline?: Byline;
  readonly dateline?: Dateline;
  readonly subheads: readonly Span[];
  /** What is read as news: everything after the front matter. */
  readonly body: Span;
  /** What could not be read in the front matter. */
  readonly problems: readonly FrontMatterProblem[];
}

/** How many paragraphs from the top, and from the bottom, a byline may stand. */
const BYLINE_TOP = 4;
const BYLINE_BOTTOM = 2;

/**
 * Finds front matter, headline, byline, dateline and subheads.
 * @param text an article, LF line ends, no byte-order mark
 */
export function readStructure(text: string): ArticleStructure {
  const { span, metadata, problems } = readFrontMatter(text);
  const body = { start: span ? Math.min(span.end + 1, text.length) : 0, end: text.length };
  const blocks = paragraphs(text.slice(body.start)).map(({ start, end }) => ({
    start: start + body.start,
    end: end + body.start,
  }));
  const dateless = blocks[0] && readDateline(text.slice(blocks[0].start, blocks[0].end)) === undefined;
  const headline = dateless ? findHeadline(text, blocks) : undefined;
  const rest = headline ? blocks.slice(1) : blocks;
  const byline = findByline(text, rest);
  const prose = byline ? rest.filter(({ start }) => start !== byline.start) : rest;
  const dateline = findDateline(text, prose);
  return {
    ...(span && { frontMatter: { ...span, metadata } }),
    ...(headline && { headline }),
    ...(byline && { byline }),
    ...(dateline && { dateline }),
    subheads: findSubheads(text, prose),
    body,
    problems,
  };
}

function findByline(text: string, blocks: readonly Span[]): Byline | undefined {
  const bottom = blocks.slice(Math.max(BYLINE_TOP, blocks.length - BYLINE_BOTTOM)).reverse();
  for (const { start, end } of [...blocks.slice(0, BYLINE_TOP), ...bottom]) {
    const byline = readByline(text.slice(start, end), start);
    if (byline) return byline;
  }
  return undefined;
}

/** A dateline opens the first paragraph, or one below a standfirst. */
function findDateline(text: string, blocks: readonly Span[]): Dateline | undefined {
  for (const { start, end } of blocks.slice(0, 3)) {
    const dateline = readDateline(text.slice(start, end), start);
    if (dateline) return dateline;
  }
  return undefined;
}
