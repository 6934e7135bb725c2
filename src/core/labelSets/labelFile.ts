import * as v from 'valibot';
import { PRESETS } from '../annotation/labelSet';
import { LABELS } from '../annotation/labels';
import { t } from '../l10n';

/** Text of a form that the message names. */
const like = (pattern: RegExp, expected: () => string) =>
  v.pipe(
    v.string(),
    v.check(
      (value) => pattern.test(value),
      () => t('expected {0}', expected()),
    ),
  );

/** A name as sidecars hold it. */
const name = like(/^[^\p{Cc}]{1,64}$/u, () => t('1 to 64 characters on one line'));
const words = like(/^.{0,200}$/u, () => t('at most 200 characters on one line'));
const color = like(/^#[0-9a-fA-F]{6}$/, () => t('a color such as "#0b6bcb"'));

const relation = v.looseObject({
  type: name,
  to: v.optional(v.array(name)),
});

/** A label as a workspace's own file describes it. Whatever it leaves out has a value of its own. */
export const filedLabel = v.looseObject({
  name,
  title: v.optional(words),
  plural: v.optional(words),
  key: v.optional(like(/^[a-z0-9]$/, () => t('one letter from a to z or one digit'))),
  group: v.optional(v.picklist(['entity', 'figure', 'quotation'])),
  color: v.optional(v.union([color, v.looseObject({ light: color, dark: color })])),
  icon: v.optional(like(/^[a-z0-9-]{1,40}$/, () => t('the name of a codicon'))),
  guideline: v.optional(v.union([v.string(), v.array(v.string())])),
  covers: v.optional(v.array(v.picklist(LABELS.map(({ id }) => id)))),
  relations: v.optional(v.array(relation)),
});

export const filedLabelSet = v.looseObject({
  title: v.optional(words),
  extends: v.optional(v.array(v.picklist(Object.keys(PRESETS)))),
  labels: v.optional(v.array(filedLabel)),
});

export type FiledLabel = v.InferOutput<typeof filedLabel>;
export type FiledLabelSet = v.InferOutput<typeof filedLabelSet>;
