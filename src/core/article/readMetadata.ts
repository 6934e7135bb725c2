import { type ArticleDate, fileNameDate, isoDate, readIsoMoment, withYearNear } from './articleDate';
import type { Byline } from './byline';
import type { Dateline } from './dateline';
import type { ArticleMetadata } from './metadata';
import { type ArticleStructure, readStructure } from './structure';

export interface MetadataInput {
  /** The article's text, LF line ends, no byte-order mark. */
  readonly text: string;
  /** Its structure, where that is known already. */
  readonly structure?: ArticleStructure;
  /** The article's file name, with or without folders. */
  readonly fileName: string;
  /** The date that a setting gives for articles that do not tell theirs, in any form that front matter has. */
  readonly setting?: string;
  /** What people said about the article; it wins over all else. */
  readonly sidecar?: ArticleMetadata;
}

/** All that is known about an article, in rising order of authority: file name, setting, dateline and byline, front matter, sidecar. */
export function readMetadata({ text, structure, fileName, setting = '', sidecar }: MetadataInput): ArticleMetadata {
  const { headline, byline, dateline, frontMatter } = structure ?? readStructure(text);
  return {
    ...(headline && { title: text.slice(headline.start, headline.end) }),
    ...fromFileName(fileName),
    ...fromSetting(setting),
    ...fromByline(byline),
    ...fromDateline(dateline, fileName),
    ...frontMatter?.metadata,
    ...(sidecar?.published !== undefined && { publishedFrom: 'sidecar' }),
    ...sidecar,
  };
}

function fromFileName(fileName: string): ArticleMetadata {
  const date = fileNameDate(fileName);
  const published = date && 'month' in date ? isoDate(date) : undefined;
  return published ? { published, publishedFrom: 'file name' } : {};
}

function fromSetting(setting: string): ArticleMetadata {
  const published = readIsoMoment(setting);
  return published ? { published, publishedFrom: 'setting' } : {};
}

function fromByline(byline: Byline | undefined): ArticleMetadata {
  if (!byline) return {};
  return {
    ...(byline.authors.length > 0 && { author: byline.authors.join(', ') }),
    ...(byline.source !== undefined && { source: byline.source }),
  };
}

function fromDateline(dateline: Dateline | undefined, fileName: string): ArticleMetadata {
  const published = dateline?.date && publishedOn(dateline.date, fileName);
  return {
    ...(dateline?.agency !== undefined && { source: dateline.agency }),
    ...(published && { published, publishedFrom: 'dateline' }),
  };
}

/** The dateline's day; a missing year is the file name's, and without one the day stays unknown. */
function publishedOn(date: ArticleDate, fileName: string): string | undefined {
  return isoDate(withYearNear(date, fileNameDate(fileName)));
}
