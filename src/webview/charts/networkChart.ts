import { scaleSqrt } from 'd3-scale';
import type { NetworkChart } from '../../core/insights/viewModel';
import { type Built, type Content, h } from '../element';
import type { Drawing } from './chart';
import { FONT_SIZE, fitting, frame, round } from './frame';
import { networkLayout } from './networkLayout';

/** A network of few names needs less room. */
const heightFor = (nodes: number) => Math.min(440, 200 + nodes * 12);

/** Who is named with whom: lines between names, the thicker the more often. */
export function networkChart(chart: NetworkChart, title: string, drawing: Drawing): Built {
  const { palette, width } = drawing;
  const height = heightFor(chart.nodes.length);
  const places = networkLayout(chart, { width, height });
  const most = chart.edges.reduce((high, { count }) => Math.max(high, count), 1);
  const thickness = scaleSqrt([0, most], [0.5, 5]);
  const lines = chart.edges.flatMap(({ from, to, count }): Content[] => {
    const [start, end] = [places[from], places[to]];
    if (!start || !end) return [];
    const ends = { x1: round(start.x), y1: round(start.y), x2: round(end.x), y2: round(end.y) };
    return [
      h('line', {
        ...ends,
        stroke: palette.muted,
        'stroke-width': round(thickness(count)),
        'stroke-opacity': from === 0 ? 0.45 : 0.25,
      }),
    ];
  });
  const nodes = chart.nodes.flatMap((node, index): Content[] => {
    const place = places[index];
    if (!place) return [];
    const name = { x: round(place.x), y: round(place.y + place.radius + FONT_SIZE), 'text-anchor': 'middle' };
    return [
      h(
        'g',
        { class: 'item', ...drawing.item(node, place) },
        h('title', {}, node.title),
        h('circle', {
          class: 'mark',
          cx: round(place.x),
          cy: round(place.y),
          r: round(place.radius),
          fill: palette.label(node.label),
        }),
        h(
          'text',
          {
            ...name,
            fill: palette.foreground,
            stroke: palette.background,
            'stroke-width': 3,
            'paint-order': 'stroke',
            'font-weight': index === 0 ? 'bold' : undefined,
          },
          fitting(node.name, 130),
        ),
      ),
    ];
  });
  return frame({ width, height }, title, palette, [...lines, ...nodes]);
}
