import * as vscode from 'vscode';

/** A line of a form: what it is about, what is chosen, and how to choose otherwise. */
export interface FormRow<T> {
  readonly label: string;
  readonly value: (choice: T) => string;
  /** Whether it matters, as the rest is chosen; it does unless told otherwise. */
  readonly isShown?: (choice: T) => boolean;
  /** Asks for another choice. @returns undefined where all stays as it is */
  readonly change: (choice: T) => Promise<T | undefined>;
}

/** What a form is called, and what its first line does. */
export interface FormWords<T> {
  readonly title: string;
  readonly placeHolder: string;
  readonly go: (choice: T) => vscode.QuickPickItem;
}

/**
 * Many choices in one list, by keyboard alone: Enter on the first line takes all as they are, Enter on another one changes
 * it and comes back; Escape leaves a question for the list, and the list for good.
 * @returns undefined where the person leaves it
 */
export async function askForm<T>(first: T, words: FormWords<T>, rows: readonly FormRow<T>[]): Promise<T | undefined> {
  let choice = first;
  let at: FormRow<T> | undefined;
  for (;;) {
    const items = [
      words.go(choice),
      ...rows
        .filter(({ isShown }) => isShown?.(choice) ?? true)
        .map((row) => ({ label: row.label, description: row.value(choice), row })),
    ];
    const picked = await pickOne(items, {
      title: words.title,
      placeHolder: words.placeHolder,
      active: items.find((item) => 'row' in item && item.row === at),
    });
    if (!picked) return undefined;
    if (!('row' in picked)) return choice;
    at = picked.row;
    choice = (await at.change(choice)) ?? choice;
  }
}

interface PickWords<T> {
  readonly title: string;
  readonly placeHolder?: string;
  /** The item that has the keyboard first. */
  readonly active: T | undefined;
}

/** The editor's list of things to pick from, beginning at one of them. */
export function pickOne<T extends vscode.QuickPickItem>(
  items: readonly T[],
  { title, placeHolder, active }: PickWords<T>,
): Promise<T | undefined> {
  const list = vscode.window.createQuickPick<T>();
  list.title = title;
  list.placeholder = placeHolder;
  list.items = items;
  list.matchOnDescription = true;
  if (active) list.activeItems = [active];
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      resolve(list.selectedItems[0] ?? list.activeItems[0]);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}
