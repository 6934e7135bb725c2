import type { Chart, ChartItem } from '../../core/insights/viewModel';
import type { Attribute, Built } from '../element';
import { barChart } from './barChart';
import { networkChart } from './networkChart';
import type { Palette } from './palette';
import { timeChart } from './timeChart';

/** What a chart is drawn with. */
export interface Drawing {
  readonly palette: Palette;
  /** In CSS pixels. */
  readonly width: number;
  /** BCP 47, for dates and numbers. */
  readonly language: string;
  /** What makes an item one that can be gone to: nothing in a file. */
  readonly item: (
    item: ChartItem,
    spot: { readonly x: number; readonly y: number },
  ) => Readonly<Record<string, Attribute>>;
}

/**
 * A chart as SVG.
 * @param title what it is about, for screen readers
 */
export function drawChart(chart: Chart, title: string, drawing: Drawing): Built {
  switch (chart.kind) {
    case 'time':
      return timeChart(chart, title, drawing);
    case 'bars':
      return barChart(chart, title, drawing);
    case 'network':
      return networkChart(chart, title, drawing);
  }
}
