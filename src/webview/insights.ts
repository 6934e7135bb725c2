import type { FromPage } from '../core/insights/readFromPage';
import type { ToPage } from '../core/insights/toPage';
import type { ViewModel } from '../core/insights/viewModel';
import { speak } from '../core/l10n';
import { drawChart } from './charts/chart';
import { paletteOf } from './charts/palette';
import { toDom } from './document';
import { toMarkup } from './element';
import { drawPage, type Wish } from './page';
import { nextItem } from './roving';

/** What VS Code gives to pages. */
interface Host {
  postMessage(message: FromPage): void;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();

/** Between the last letter typed into the filter and the search, in milliseconds. */
const TYPED = 200;

/** Width of a picture in a file. */
const PICTURE_WIDTH = 800;

/** What people can press or have the focus on within a group. */
const ITEMS = '.item, [data-item]';

let model: ViewModel | undefined;
let wishes: readonly Wish[] = [];
let typing: ReturnType<typeof setTimeout> | undefined;
const unfolded = new Set<string>();

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === 'words') {
    const { messages } = data;
    speak((message, ...args) =>
      (messages[message] ?? message).replace(/\{(\d+)\}/g, (hole, index: string) =>
        String(args[Number(index)] ?? hole),
      ),
    );
    return;
  }
  const isAnother = model?.title !== data.model.title || model.state.view !== data.model.state.view;
  model = data.model;
  host.setState(model.state);
  draw();
  if (isAnother) window.scrollTo(0, 0);
});

const language = () => document.documentElement.lang || 'en';
const isDark = () => document.body.matches('.vscode-dark, .vscode-high-contrast:not(.vscode-high-contrast-light)');
const contentWidth = () => Math.max(320, document.body.clientWidth - 48);

function draw(): void {
  if (!model) return;
  const palette = paletteOf(model.labels, (property) => `var(${property})`, isDark());
  const page = drawPage(model, { palette, width: contentWidth(), language: language() });
  wishes = page.wishes;
  const focused = document.activeElement?.getAttribute('data-key') ?? undefined;
  const typed = document.activeElement instanceof HTMLInputElement ? document.activeElement : undefined;
  const caret = typed && { words: typed.value, at: typed.selectionStart ?? typed.value.length };
  document.body.replaceChildren(toDom(page.content));
  for (const details of document.querySelectorAll('details'))
    details.open = unfolded.has(details.getAttribute('data-key') ?? '');
  const again = focused === undefined ? undefined : byKey(focused);
  if (again instanceof HTMLInputElement && caret) {
    // What was typed since the question was asked stays.
    again.value = caret.words;
    again.setSelectionRange(caret.at, caret.at);
  }
  // Who has scrolled on meanwhile is not taken back to it.
  if (again) focus(again, true);
}

function byKey(key: string): HTMLElement | SVGElement | undefined {
  return elements('[data-key]').find((element) => element.getAttribute('data-key') === key);
}

function elements(selector: string, within: ParentNode = document): readonly (HTMLElement | SVGElement)[] {
  return [...within.querySelectorAll<HTMLElement | SVGElement>(selector)];
}

/** Within a group one item can be tabbed to: the one that had the focus last. */
function focus(element: HTMLElement | SVGElement, preventScroll = false): void {
  const group = element.closest('[data-group]');
  if (group && element.matches(ITEMS))
    for (const item of elements(ITEMS, group)) item.setAttribute('tabindex', item === element ? '0' : '-1');
  element.focus({ preventScroll });
}

function fulfill(wish: Wish | undefined): void {
  if (!wish) return;
  if (wish.kind === 'picture') savePicture(wish.section);
  else host.postMessage(wish);
}

/** The chart as a file: with the theme's colors as they are now, and its background. */
function savePicture(id: string): void {
  const section = model?.sections.find((each) => each.id === id);
  if (!model || !section?.chart) return;
  const style = getComputedStyle(document.documentElement);
  const palette = paletteOf(model.labels, (property) => style.getPropertyValue(property).trim() || '#888888', isDark());
  const drawing = { palette, width: PICTURE_WIDTH, language: language(), item: () => ({}) };
  const title = `${model.title}: ${section.title}`;
  const chart = drawChart(section.chart, title, drawing);
  const ground = { tag: 'rect', attributes: { width: '100%', height: '100%', fill: palette.background }, children: [] };
  const attributes = { xmlns: 'http://www.w3.org/2000/svg', ...chart.attributes, role: 'img' };
  host.postMessage({
    kind: 'svg',
    section: id,
    picture: toMarkup({ ...chart, attributes, children: [ground, ...chart.children] }),
  });
}

function wishOf(element: Element | null, attribute: string): Wish | undefined {
  const number = element?.closest(`[${attribute}]`)?.getAttribute(attribute);
  return number === null || number === undefined ? undefined : wishes[Number(number)];
}

document.addEventListener('click', ({ target, shiftKey }) => {
  if (!(target instanceof Element)) return;
  fulfill((shiftKey ? wishOf(target, 'data-profile') : undefined) ?? wishOf(target, 'data-do'));
});

document.addEventListener(
  'toggle',
  ({ target }) => {
    if (!(target instanceof HTMLDetailsElement)) return;
    const key = target.getAttribute('data-key') ?? '';
    if (target.open) unfolded.add(key);
    else unfolded.delete(key);
  },
  true,
);

document.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLSelectElement) fulfill(wishes[Number(target.value)]);
});

document.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return;
  clearTimeout(typing);
  typing = setTimeout(() => {
    if (model) fulfill({ kind: 'show', state: { ...model.state, filter: target.value.slice(0, 200) || undefined } });
  }, TYPED);
});

document.addEventListener('keydown', (event) => {
  const { target, key } = event;
  if (
    !(target instanceof HTMLElement || target instanceof SVGElement) ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey
  )
    return;
  if (!target.matches(ITEMS)) return;
  const group = target.closest('[data-group]');
  const items = group ? elements(ITEMS, group) : [];
  const spots = items.map((item) => ({ x: Number(item.dataset.x ?? 0), y: Number(item.dataset.y ?? 0) }));
  const next = nextItem(spots, items.indexOf(target), key, group?.getAttribute('data-group') === 'plane');
  const item = next === undefined ? undefined : items[next];
  if (item) focus(item);
  // A button of HTML is pressed by the browser; one of SVG is not.
  else if (target instanceof SVGElement && (key === 'Enter' || key === ' ')) fulfill(wishOf(target, 'data-do'));
  else if (key.toLowerCase() === 'p' && wishOf(target, 'data-profile')) fulfill(wishOf(target, 'data-profile'));
  else return;
  event.preventDefault();
});

let drawnWidth = contentWidth();
new ResizeObserver(() => {
  if (contentWidth() === drawnWidth) return;
  drawnWidth = contentWidth();
  draw();
}).observe(document.documentElement);

// Labels with colors of their own have one for dark themes and one for light ones.
new MutationObserver(draw).observe(document.body, { attributes: true, attributeFilter: ['class'] });

host.postMessage({ kind: 'ready' });
