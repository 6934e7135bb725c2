import type { FiledAnnotation, FiledSidecar } from './filed';
import { movedParts } from './filedParts';
import { unitOf } from './mergeFields';
import { fileSidecar, frameOf, placeSidecar, textDigest } from './place';
import { compareText, sameJson } from './sameJson';

/** The three sidecars of a merge. */
export interface ThreeSidecars {
  readonly base: FiledSidecar;
  readonly ours: FiledSidecar;
  readonly theirs: FiledSidecar;
}

/**
 * The same sidecars with their places over one text, so that an edit of the article does not look like a decision.
 * @param text the article as it stands (LF, no byte-order mark); without it the places are evened out as far as that
 *   goes by comparing them
 */
export function overOneText(three: ThreeSidecars, text?: string): ThreeSidecars {
  if (text === undefined) return evenedOut(three);
  const digest = textDigest(text);
  const placed = (sidecar: FiledSidecar): FiledSidecar =>
    sidecar.article.sha256 === digest
      ? sidecar
      : { ...sidecar, ...fileSidecar(placeSidecar(sidecar, text), text, frameOf(sidecar)) };
  return { base: placed(three.base), ours: placed(three.ours), theirs: placed(three.theirs) };
}

type Places = Map<string, object>;

/**
 * Without the text, a place that differs between sidecars of different texts tells of an edit of the article, not of a
 * decision: each annotation gets one place on all sides. Places of two texts side by side have no digest that is right
 * for all, so they get none; they are found by their quotes when the article is next opened.
 */
function evenedOut({ base, ours, theirs }: ThreeSidecars): ThreeSidecars {
  const [was, our, their] = [base.article.sha256, ours.article.sha256, theirs.article.sha256];
  if (was === our && our === their) return { base, ours, theirs };
  const [before, one, other] = [placesOf(base), placesOf(ours), placesOf(theirs)];
  const isOneText = our === their;
  const isOursFirst = prefersFirst(was, our, their);
  for (const id of new Set([...one.keys(), ...other.keys()])) {
    const [a, b, w] = [one.get(id), other.get(id), before.get(id)];
    if (a && b && isOneText && !sameJson(a, b)) continue;
    const chosen = a && b ? likelier(w, isOursFirst ? a : b, isOursFirst ? b : a) : (a ?? b);
    if (!chosen) continue;
    for (const places of [before, one, other]) if (places.has(id)) places.set(id, chosen);
  }
  const article = (sidecar: FiledSidecar) => {
    const { sha256: _, length: _l, ...rest } = sidecar.article;
    return isOneText ? { ...rest, ...unitOf(ours.article, 'digest') } : rest;
  };
  const over = (sidecar: FiledSidecar, places: Places): FiledSidecar => ({
    ...sidecar,
    article: article(sidecar),
    annotations: sidecar.annotations.map((annotation) => at(annotation, places.get(annotation.id))),
  });
  return { base: over(base, before), ours: over(ours, one), theirs: over(theirs, other) };
}

function placesOf(sidecar: FiledSidecar): Places {
  return new Map(sidecar.annotations.map((annotation) => [annotation.id, unitOf(annotation, 'place')]));
}

/** The annotation at a place; the parts of a quotation keep their distance from it. */
function at(annotation: FiledAnnotation, place: object | undefined): FiledAnnotation {
  if (!place || sameJson(place, unitOf(annotation, 'place'))) return annotation;
  const { prefix: _, suffix: _s, quotation, ...rest } = annotation;
  const placed = { ...rest, ...place };
  return quotation ? { ...placed, quotation: movedParts(quotation, placed.start - annotation.start) } : placed;
}

/** Whose text is likelier to be the one in the end: of a side that edited it; else one that is merged already. */
function prefersFirst(was: string | undefined, our: string | undefined, their: string | undefined): boolean {
  if (our === undefined || their === undefined) return our === undefined;
  if (our === was || their === was) return their === was;
  return compareText(our, their) > 0;
}

/** The preferred place, unless only the other side changed the words. */
function likelier(was: object | undefined, preferred: object, other: object): object {
  const quote = (place: object | undefined) => place && Reflect.get(place, 'quote');
  const isOnlyOther = was && quote(preferred) === quote(was) && quote(other) !== quote(was);
  return isOnlyOther ? other : preferred;
}
