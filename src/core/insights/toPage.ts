import type { ViewModel } from './viewModel';

/** What the panel says to its page. */
export type ToPage =
  | {
      readonly kind: 'words';
      /** Messages in the person's language, by the English ones; empty for English. */
      readonly messages: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'model'; readonly model: ViewModel };
