/** What the manifest says to people is in package.nls.json, one file for each language; the manifest names the messages. */

type Json = Record<string, unknown>;

/** A string that people read: where it is, and what its message is called. */
interface Place {
  readonly holder: Json | unknown[];
  readonly field: string | number;
  readonly key: string;
}

/** A name that is the same in every language. */
const NAMES = new Set(['Newsmark']);

/**
 * Moves all that a manifest says to people into messages of their own.
 * @param manifest is changed: each string that is not yet a message becomes one
 * @returns the messages that were found, by their keys
 */
export function takeMessages(manifest: Json): Record<string, string> {
  const taken: Record<string, string> = {};
  for (const { holder, field, key } of placesIn(manifest)) {
    const text: unknown = Reflect.get(holder, field);
    if (typeof text !== 'string' || NAMES.has(text) || /^%.+%$/.test(text)) continue;
    taken[key] = text;
    Reflect.set(holder, field, `%${key}%`);
  }
  return taken;
}

/** The keys of all messages that a manifest names, in its order. */
export function namedMessages(manifest: Json): string[] {
  return placesIn(manifest).flatMap(({ holder, field }) => {
    const text: unknown = Reflect.get(holder, field);
    return typeof text === 'string' && /^%.+%$/.test(text) ? [text.slice(1, -1)] : [];
  });
}

function placesIn(manifest: Json): Place[] {
  const { capabilities, contributes } = manifest;
  const within = objectOf(contributes);
  return [
    { holder: manifest, field: 'description', key: 'description' },
    ...entriesOf(capabilities).flatMap(([id, entry]) => fields(entry, `capability.${id}`, ['description'])),
    ...listIn(within, 'commands').flatMap((entry) => fields(entry, `command.${entry.command}`, ['title'])),
    ...entriesOf(objectOf(within.configuration).properties).flatMap(([id, entry]) => setting(id, entry)),
    ...groupsIn(within, 'viewsContainers').flatMap((entry) => fields(entry, `viewsContainer.${entry.id}`, ['title'])),
    ...groupsIn(within, 'views').flatMap((entry) => fields(entry, `view.${entry.id}`, ['name', 'contextualTitle'])),
    ...listIn(within, 'viewsWelcome').flatMap((entry, index) => fields(entry, `welcome.${index}`, ['contents'])),
    ...listIn(within, 'submenus').flatMap((entry) => fields(entry, `submenu.${entry.id}`, ['label'])),
    ...listIn(within, 'colors').flatMap((entry) => fields(entry, `color.${entry.id}`, ['description'])),
    ...listIn(within, 'walkthroughs').flatMap(walkthrough),
  ];
}

function setting(id: string, entry: Json): Place[] {
  return [
    ...fields(entry, `setting.${id}`, ['markdownDescription', 'description', 'patternErrorMessage']),
    ...['enumDescriptions', 'markdownEnumDescriptions'].flatMap((field) => {
      const list = entry[field];
      if (!Array.isArray(list)) return [];
      return list.map((_, index) => ({ holder: list, field: index, key: `setting.${id}.${index}` }));
    }),
  ];
}

function walkthrough(entry: Json): Place[] {
  const key = `walkthrough.${entry.id}`;
  return [
    ...fields(entry, key, ['title', 'description']),
    ...listIn(entry, 'steps').flatMap((step) => [
      ...fields(step, `${key}.${step.id}`, ['title', 'description']),
      ...fields(objectOf(step.media), `${key}.${step.id}.picture`, ['altText']),
    ]),
  ];
}

/** The first of several fields gives its message the bare key, the others add their names to it. */
function fields(holder: Json, key: string, names: readonly string[]): Place[] {
  return names
    .filter((name) => typeof holder[name] === 'string')
    .map((field, index) => ({ holder, field, key: index === 0 ? key : `${key}.${field}` }));
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function entriesOf(value: unknown): [string, Json][] {
  return Object.entries(objectOf(value)).map(([id, entry]) => [id, objectOf(entry)]);
}

function listIn(value: Json, field: string): Json[] {
  const list = value[field];
  return Array.isArray(list) ? list.map(objectOf) : [];
}

function groupsIn(value: Json, field: string): Json[] {
  return Object.values(objectOf(value[field])).flatMap((list) => (Array.isArray(list) ? list.map(objectOf) : []));
}
