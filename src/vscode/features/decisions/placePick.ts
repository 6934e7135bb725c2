import * as vscode from 'vscode';
import type { LabelSet } from '../../../core/annotation/labelSet';
import { t } from '../../../core/l10n';
import type { Place } from '../../../core/marking/everywhere';
import { inLine } from '../../../core/marking/inLine';
import type { Text } from '../../../core/text/text';

/** A place in some article, as a list of places has it. */
export interface ListedPlace extends vscode.QuickPickItem {
  readonly place: Place;
}

/** A place in its line, picked unless the words are part of a longer name there. */
export function listed(text: Text, place: Place, labels: LabelSet): ListedPlace {
  const { before, words, after } = inLine(text.value, place);
  const now =
    place.standing && place.standing.status !== 'suggested' ? labels.of(place.standing.label).title : undefined;
  const notes = [...(now ? [t('now {0}', now)] : []), ...(place.isInside ? [t('part of a longer one')] : [])];
  // Icons come from `$(name)`: the article's words must not make any.
  const shown = `${before}‹${words}›${after}`.replaceAll('$(', '$\u200b(');
  return {
    label: `${text.positionAt(place.start).line + 1}: ${shown}`,
    ...(notes.length > 0 && { description: notes.join(', ') }),
    picked: !place.isInside,
    place,
  };
}

/**
 * Shows places before they are marked, all of them picked, so that the person can leave some out.
 * @param onActive told which one the person looks at in the list
 * @returns the picked ones; undefined where the person thought better of it
 */
export async function pickPlaces<T extends vscode.QuickPickItem>(
  title: string,
  items: readonly T[],
  onActive: (item: T) => void,
): Promise<readonly T[] | undefined> {
  const pick = vscode.window.createQuickPick<T>();
  pick.title = title;
  pick.placeholder = t('Enter marks the checked places, Space leaves one out, Escape marks none');
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.items = items;
  pick.selectedItems = items.filter(({ picked }) => picked);
  try {
    return await new Promise((resolve) => {
      pick.onDidChangeActive(([item]) => item && onActive(item));
      pick.onDidAccept(() => resolve(pick.selectedItems));
      pick.onDidHide(() => resolve(undefined));
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}
