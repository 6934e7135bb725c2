import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  contrastOf,
  fillColor,
  fillFrom,
  laidOver,
  lineColor,
  READABLE,
  type Theme,
} from '../../../../src/core/annotation/labelColors';
import { LABELS, labelOf } from '../../../../src/core/annotation/labels';

/**
 * Text and background of the themes that come with VS Code (`editor.foreground` and `editor.background` of its
 * theme-defaults extension, and the defaults of editorColorRegistry.ts for high contrast).
 */
const EDITORS: readonly { name: string; theme: Theme; text: string; background: string }[] = [
  { name: 'Dark 2026', theme: 'dark', text: '#bbbebf', background: '#121314' },
  { name: 'Dark Modern', theme: 'dark', text: '#cccccc', background: '#1f1f1f' },
  { name: 'Dark+', theme: 'dark', text: '#d4d4d4', background: '#1e1e1e' },
  { name: 'Light 2026', theme: 'light', text: '#202020', background: '#ffffff' },
  { name: 'Light Modern', theme: 'light', text: '#3b3b3b', background: '#ffffff' },
  { name: 'Light+', theme: 'light', text: '#000000', background: '#ffffff' },
  { name: 'Dark High Contrast', theme: 'highContrast', text: '#ffffff', background: '#000000' },
  { name: 'Light High Contrast', theme: 'highContrastLight', text: '#292929', background: '#ffffff' },
];

const hues = [...LABELS.map(({ hue }) => hue), labelOf('?').hue];
const quotation = labelOf('QUOTATION').hue;

describe('contrast', () => {
  it('is measured as WCAG does', () => {
    assert.equal(contrastOf('#000000', '#ffffff'), 21);
    assert.equal(contrastOf('#ffffff', '#ffffff'), 1);
    assert.equal(contrastOf('#767676', '#ffffff').toFixed(2), '4.54');
    assert.equal(contrastOf('#ff0000', '#ffffff').toFixed(2), '4.00');
    assert.equal(laidOver('#ff000080', '#ffffff'), '#ff7f7f');
  });

  for (const { name, theme, text, background } of EDITORS) {
    it(`of text on every highlight is at least 4.5 in ${name}, inside an accepted quotation too`, () => {
      for (const hue of hues) {
        const fill = fillColor(hue, theme);
        assert.ok(contrastOf(text, laidOver(fill, background)) >= READABLE, `${hue}`);
        const within = laidOver(fill, laidOver(fillColor(quotation, theme), background));
        assert.ok(contrastOf(text, within) >= READABLE, `${hue} in a quotation: ${contrastOf(text, within)}`);
      }
    });

    it(`of every underline with the background is at least 3 in ${name}`, () => {
      for (const hue of hues)
        assert.ok(contrastOf(lineColor(hue, theme), background) >= 3, `${hue}: ${lineColor(hue, theme)}`);
    });
  }

  it('of text on the fill made from any color that somebody chooses is at least 4.5', () => {
    const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(hex, fc.constantFrom(...EDITORS), (color, { theme, text, background }) => {
        const kind = theme === 'light' || theme === 'highContrastLight' ? 'light' : 'dark';
        assert.ok(contrastOf(text, laidOver(fillFrom(color, kind), background)) >= READABLE);
      }),
      {
        examples: [
          ['#ffffff', EDITORS[0] ?? assert.fail()],
          ['#ffff00', EDITORS[1] ?? assert.fail()],
        ],
        numRuns: 1000,
      },
    );
  });
});
