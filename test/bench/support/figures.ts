/** What a module that runs inside VS Code prints its figures behind. */
export const FIGURES = 'FIGURES ';
