import { t } from '../l10n';
import { type OffsetUnit, unitInWords } from './offsetUnits';
import type { Placed } from './place';

/** How the annotations of several articles were placed: by offsets in which unit, by their words, not at all. */
export class PlacedCount {
  readonly #exact = new Map<OffsetUnit, number>();
  readonly #guessed = new Map<OffsetUnit, number>();
  #found = 0;
  #lost = 0;

  add({ article, unit, isGuess, exact, found, lost }: Placed): void {
    // In plain ASCII all units count the same, so that there is nothing to guess.
    const isOpen = isGuess && /[^\p{ASCII}]/u.test(article.text);
    const counts = isOpen ? this.#guessed : this.#exact;
    if (exact > 0) counts.set(unit, (counts.get(unit) ?? 0) + exact);
    this.#found += found;
    this.#lost += lost.length;
  }

  /** Annotations whose place is not in the text. */
  get lost(): number {
    return this.#lost;
  }

  /** A sentence for each way in which annotations were placed. */
  inWords(): string[] {
    return [
      ...[...this.#exact].map(([unit, count]) => t('{0} at their offsets in {1}', count, unitInWords(unit))),
      ...[...this.#guessed].map(([unit, count]) =>
        t('{0} at their offsets in {1} (a guess)', count, unitInWords(unit)),
      ),
      ...(this.#found > 0 ? [t('{0} found by their words', this.#found)] : []),
      ...(this.#lost > 0 ? [t('{0} are not in their articles', this.#lost)] : []),
    ];
  }
}
