import { scaleLinear } from 'd3-scale';
import type { BarChart } from '../../core/insights/viewModel';
import { type Built, h } from '../element';
import type { Drawing } from './chart';
import { fitting, frame, round, widthOf } from './frame';

const ROW = 24;
const WIDEST_NAME = 240;

/** Counts side by side: a bar for each, named at its left. */
export function barChart({ bars }: BarChart, title: string, drawing: Drawing): Built {
  const { palette, width, language } = drawing;
  const longest = bars.reduce((most, { name }) => Math.max(most, widthOf(name)), 0);
  const left = Math.min(longest + 12, WIDEST_NAME, width / 2);
  const most = bars.reduce((high, { count }) => Math.max(high, count), 1);
  const x = scaleLinear([0, most], [left, width - 60]);
  const rows = bars.map((bar, index) => {
    const top = index * ROW;
    const middle = top + ROW / 2;
    return h(
      'g',
      { class: 'item', ...drawing.item(bar, { x: 0, y: top }) },
      h('title', {}, bar.title),
      h('rect', {
        class: 'field',
        x: 0,
        y: top,
        width: round(width),
        height: ROW,
        fill: palette.background,
        'fill-opacity': 0,
      }),
      h(
        'text',
        {
          x: round(left - 8),
          y: middle,
          'text-anchor': 'end',
          'dominant-baseline': 'central',
          fill: palette.foreground,
        },
        fitting(bar.name, left - 8),
      ),
      h('rect', {
        class: 'mark',
        x: round(left),
        y: top + 4,
        width: round(Math.max(2, x(bar.count) - left)),
        height: ROW - 8,
        fill: palette.label(bar.label),
      }),
      h(
        'text',
        { x: round(x(bar.count) + 6), y: middle, 'dominant-baseline': 'central', fill: palette.muted },
        bar.count.toLocaleString(language),
      ),
    );
  });
  return frame({ width, height: bars.length * ROW + 4 }, title, palette, rows);
}
