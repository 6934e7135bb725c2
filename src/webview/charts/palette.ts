import type { LabelLook } from '../../core/insights/viewModel';

/** The colors of a chart: the theme's, by name on the page and as they are in a file. */
export interface Palette {
  readonly foreground: string;
  readonly muted: string;
  readonly grid: string;
  readonly background: string;
  readonly accent: string;
  readonly font: string;
  /** Color of a label. */
  label(id: string): string;
}

/** Names of the theme's colors as VS Code gives them to pages. */
const NAMES = {
  foreground: '--vscode-editor-foreground',
  muted: '--vscode-descriptionForeground',
  grid: '--vscode-editorWidget-border',
  background: '--vscode-editor-background',
  accent: '--vscode-newsmark-date',
  font: '--vscode-font-family',
};

/**
 * @param read gives what a custom property stands for: a reference to it on the page, its value of the moment for a file
 * @param isDark whether the theme is dark: labels with colors of their own have one for each
 */
export function paletteOf(looks: readonly LabelLook[], read: (property: string) => string, isDark: boolean): Palette {
  const colors = new Map(looks.map(({ id, color, own }) => [id, (isDark ? own?.dark : own?.light) ?? themed(color)]));
  const unknown = themed('unknown');
  function themed(stem: string): string {
    return read(`--vscode-newsmark-${stem}`);
  }
  return {
    foreground: read(NAMES.foreground),
    muted: read(NAMES.muted),
    grid: read(NAMES.grid),
    background: read(NAMES.background),
    accent: read(NAMES.accent),
    font: read(NAMES.font),
    label: (id) => colors.get(id) ?? unknown,
  };
}
