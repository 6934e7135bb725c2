import { chrono } from '../support/peers/chrono';
import { loadPeer } from '../support/peers/load';
import { microsoft } from '../support/peers/microsoft';
import type { Reader } from './reader';

interface CompromiseView {
  json(options: object): unknown;
}

type Compromise = (text: string) => Readonly<Record<string, () => CompromiseView>>;

interface Wink {
  readDoc(text: string): { entities(): { out(): unknown }; tokens(): { out(): unknown } };
}

/** The libraries of test/bench/peers, each with what it takes to find what it can. */
export function peers(): Reader[] {
  return [...compromiseReaders(), ...winkReaders(), dateReader(), figureReader()];
}

const VIEWS = ['people', 'places', 'organizations', 'quotations'];

/** compromise: words and sentences alone (one), its own analysis (three), and with what it takes to name its finds. */
function compromiseReaders(): Reader[] {
  const one = loadPeer<Compromise>('compromise/one');
  const three = loadPeer<Compromise>('compromise/three');
  const reader = (task: string, read: (text: string) => unknown): Reader => ({
    name: 'compromise',
    task,
    mostWords: 5_000,
    read: (texts) => {
      for (const text of texts) read(text);
    },
  });
  return [
    reader('one: words and sentences', one),
    reader('three: its own analysis', three),
    reader('three: names and quotations', (text) => {
      const read = three(text);
      for (const view of VIEWS) read[view]?.().json({ offset: true });
    }),
  ];
}

/** wink-nlp with its small model: all that it can do, and names of figures and dates alone. */
function winkReaders(): Reader[] {
  const create = loadPeer<(model: unknown, pipe?: readonly string[]) => Wink>('wink-nlp');
  const model = loadPeer<unknown>('wink-eng-lite-web-model');
  const reader = (task: string, library: Wink): Reader => ({
    name: 'wink-nlp',
    task,
    read: (texts) => {
      for (const text of texts) library.readDoc(text).entities().out();
    },
  });
  return [
    reader('all that it can', create(model)),
    reader('figures and dates, no values', create(model, ['sbd', 'ner'])),
  ];
}

function dateReader(): Reader {
  const { read } = chrono();
  return { name: 'chrono-node', task: 'dates', read: (texts) => texts.forEach(read) };
}

function figureReader(): Reader {
  const { read } = microsoft();
  return {
    name: 'recognizers-text',
    task: 'figures and dates',
    mostWords: 600,
    read: (texts) => texts.forEach(read),
  };
}
