import * as v from 'valibot';
import { type InsightState, MOST_ROWS, VIEWS } from './state';

const words = (longest: number) => v.pipe(v.string(), v.maxLength(longest));

const entityRef = v.object({ key: words(2_000), name: words(1_000), label: words(200) });

const stateSchema = v.object({
  view: v.picklist(VIEWS),
  scope: v.picklist(['article', 'corpus']),
  article: v.optional(words(10_000)),
  entity: v.optional(entityRef),
  label: v.optional(words(200)),
  filter: v.optional(words(200)),
  sorting: v.optional(
    v.object({
      section: words(240),
      column: v.pipe(v.number(), v.integer(), v.minValue(0)),
      isDescending: v.boolean(),
    }),
  ),
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_ROWS)),
});

/** Reads what somebody says a panel shows; undefined where it is nothing of the kind. */
export function readState(value: unknown): InsightState | undefined {
  const result = v.safeParse(stateSchema, value);
  return result.success ? result.output : undefined;
}

const place = v.object({
  path: words(10_000),
  start: v.pipe(v.number(), v.integer(), v.minValue(0)),
  end: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

/** The most that a picture may have, in UTF-16 code units. */
const LARGEST_PICTURE = 4_000_000;

const messageSchema = v.variant('kind', [
  /** The page is there, and waits for what to show. */
  v.object({ kind: v.literal('ready') }),
  v.object({ kind: v.literal('show'), state: stateSchema }),
  v.object({ kind: v.literal('back') }),
  v.object({ kind: v.literal('go'), place }),
  v.object({ kind: v.literal('copy'), section: words(240) }),
  v.object({ kind: v.literal('csv'), section: words(240) }),
  v.object({ kind: v.literal('markdown') }),
  v.object({ kind: v.literal('svg'), section: words(240), picture: words(LARGEST_PICTURE) }),
]);

/** What the page may say. It names no command: each kind is one thing that the panel does. */
export type FromPage = v.InferOutput<typeof messageSchema>;

/** Reads a message of the page, which shows texts of strangers and is therefore not trusted; undefined for anything else. */
export function readFromPage(value: unknown): FromPage | undefined {
  const result = v.safeParse(messageSchema, value);
  return result.success ? result.output : undefined;
}
