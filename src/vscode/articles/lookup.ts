import * as vscode from 'vscode';
import { type AnswerCache, createAnswerCache } from '../../core/knowledge/lookup/answerCache';
import type { Fetch, Timer } from '../../core/knowledge/lookup/fetchPort';
import type { PictureAddress } from '../../core/knowledge/lookup/picture';
import { createTurns } from '../../core/knowledge/lookup/turns';
import { createWikidata, type FoundItem, type Summary, type Wikidata } from '../../core/knowledge/lookup/wikidata';
import type { Cancellation, Drawer } from '../../core/ports';
import { settingsFor } from '../adapt/settings';
import { pause } from '../adapt/slices';

/** Ids of an entity by the knowledge base that has them. */
type Links = Readonly<Record<string, string | undefined>>;

/** Milliseconds between the beginnings of two requests, at least. */
const GAP = 300;

const TIMER: Timer = {
  now: () => Date.now(),
  pause,
};

/** Looks things up in Wikidata and Wikipedia, where the person has turned that on; otherwise no request is made. */
export class Lookup {
  readonly #fetch: Fetch;
  readonly #cache: AnswerCache;
  readonly #inTurn = createTurns(GAP, TIMER);

  constructor(fetch: Fetch, drawer: Drawer, log: vscode.LogOutputChannel) {
    this.#fetch = fetch;
    this.#cache = createAnswerCache(drawer, TIMER, (error) => log.error('Answers that were kept:', error));
  }

  get isOn(): boolean {
    return settingsFor().lookup;
  }

  /** Items of a name; none while look-ups are off. */
  async search(name: string, cancellation?: Cancellation): Promise<readonly FoundItem[]> {
    return (await this.#wikidata()?.search(name, cancellation)) ?? [];
  }

  /** What Wikipedia has on an entity with such links; nothing while look-ups are off, and of one that no link identifies. */
  async summary({ wikidata, geonames }: Links, cancellation?: Cancellation): Promise<Summary | undefined> {
    const asked = this.#wikidata();
    const id = wikidata ?? (geonames !== undefined && (await asked?.itemOfPlace(geonames, cancellation)));
    return id ? asked?.summary(id, cancellation) : undefined;
  }

  /** A picture as an address that holds it; none while look-ups are off. */
  async picture(address: PictureAddress, cancellation?: Cancellation): Promise<string | undefined> {
    return this.#wikidata()?.picture(address, cancellation);
  }

  #wikidata(): Wikidata | undefined {
    const { lookup, lookupServer, lookupPages } = settingsFor();
    const [items, pages] = [serverIn(lookupServer), serverIn(lookupPages)];
    if (!lookup || items === undefined || pages === undefined) return undefined;
    return createWikidata({ fetch: this.#fetch, cache: this.#cache, inTurn: this.#inTurn, servers: { items, pages } });
  }
}

/** A server as a setting names it: by https, or on this machine. */
function serverIn(setting: string): string | undefined {
  const isServer = /^https:\/\/[\w.-]+(?::\d{1,5})?\/?$|^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d{1,5})?\/?$/i.test(
    setting,
  );
  return isServer ? vscode.Uri.parse(setting).toString(true).replace(/\/$/, '') : undefined;
}
