import { scaleBand, scaleLinear } from 'd3-scale';
import type { TimeChart } from '../../core/insights/viewModel';
import { type Built, type Content, h } from '../element';
import type { Drawing } from './chart';
import { frame, round, widthOf } from './frame';
import { shortDate } from './shortDate';

const HEIGHT = 180;
const MARGIN = { left: 40, right: 12, top: 12, bottom: 26 };

/** Between two dates on the axis. */
const SPACE = 18;

/** Width of a column at most, so that two of them do not fill the page. */
const WIDEST = 48;

/** Counts over time: a column for each period. */
export function timeChart({ columns }: TimeChart, title: string, drawing: Drawing): Built {
  const { palette, width, language } = drawing;
  const inner = Math.min(width - MARGIN.left - MARGIN.right, columns.length * WIDEST);
  const x = scaleBand<number>([...columns.keys()], [MARGIN.left, MARGIN.left + inner]).paddingInner(0.15);
  const most = columns.reduce((high, { count }) => Math.max(high, count), 1);
  const y = scaleLinear([0, most], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(4);
  const base = y(0);
  const ticks = y.ticks(4).filter(Number.isInteger);
  const grid = ticks.flatMap((tick) => [
    h('line', {
      x1: MARGIN.left,
      x2: round(width - MARGIN.right),
      y1: round(y(tick)),
      y2: round(y(tick)),
      stroke: palette.grid,
      'stroke-opacity': 0.5,
    }),
    h(
      'text',
      {
        x: MARGIN.left - 6,
        y: round(y(tick)),
        'text-anchor': 'end',
        'dominant-baseline': 'middle',
        fill: palette.muted,
      },
      tick.toLocaleString(language),
    ),
  ]);
  const bars = columns.flatMap((column, index): Content[] => {
    const { count } = column;
    if (count === 0) return [];
    const left = x(index) ?? 0;
    return [
      h(
        'g',
        { class: 'item', ...drawing.item(column, { x: left, y: 0 }) },
        h('title', {}, column.title),
        // The whole height takes the mouse: a column of 1 beside one of 100 is small.
        h('rect', {
          class: 'field',
          x: round(left),
          y: MARGIN.top,
          width: round(x.bandwidth()),
          height: round(base - MARGIN.top),
          fill: palette.background,
          'fill-opacity': 0,
        }),
        h('rect', {
          class: 'mark',
          x: round(left),
          y: round(y(count)),
          width: round(x.bandwidth()),
          height: round(base - y(count)),
          fill: palette.accent,
        }),
      ),
    ];
  });
  return frame({ width, height: HEIGHT }, title, palette, [
    ...grid,
    ...bars,
    ...dateTexts(columns.map(({ when }) => shortDate(when, language))),
  ]);

  /** Below the columns, as many as there is room for, none out of the picture. */
  function dateTexts(words: readonly string[]): Content[] {
    const texts: Content[] = [];
    let end = 0;
    for (const [index, each] of words.entries()) {
      const half = widthOf(each) / 2;
      const middle = (x(index) ?? 0) + x.bandwidth() / 2;
      const at = Math.min(width - half, Math.max(half, middle));
      if (at - half < end) continue;
      end = at + half + SPACE;
      texts.push(h('text', { x: round(at), y: HEIGHT - 8, 'text-anchor': 'middle', fill: palette.muted }, each));
    }
    return texts;
  }
}
