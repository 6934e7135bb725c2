import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the server answers: as Wikidata does, or badly. */
export type Manner = 'well' | 'hanging' | 'html' | 'wrong types' | 'huge' | 'refusing' | 'script' | 'half';

/** A server on this machine that answers in the form of Wikidata and of Wikipedia's summaries. */
export interface WikidataServer {
  readonly url: string;
  /** What was asked for so far, in order. */
  readonly asked: string[];
  manner: Manner;
  close(): Promise<void>;
}

const PUTIN = { id: 'Q7747', label: 'Vladimir Putin', description: 'President of Russia' };
const RIVER = { id: 'Q4', label: 'Putin', description: 'a river made up for a test' };

export async function startWikidata(): Promise<WikidataServer> {
  const asked: string[] = [];
  const state = { manner: 'well' as Manner };
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response, state.manner);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    get manner() {
      return state.manner;
    },
    set manner(manner) {
      state.manner = manner;
    },
    close: () => closed(server),
  };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

function answer(request: IncomingMessage, response: ServerResponse, manner: Manner): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-allow-headers', '*');
  if (request.method === 'OPTIONS' || manner === 'hanging') {
    if (request.method === 'OPTIONS') response.end();
    return;
  }
  response.setHeader('content-type', manner === 'html' ? 'text/html' : 'application/json');
  if (manner === 'refusing') response.statusCode = 429;
  if (manner === 'half') {
    response.write('{"search": [');
    return;
  }
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname.startsWith('/wikipedia/commons/')) response.end(manner === 'script' ? SCRIPT : PICTURE);
  else response.end(bodyFor(url, manner, `http://${request.headers.host}`));
}

/** A red square of 8 by 8. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR42mP4z8CAFWEXHbQSACj/P8Fu7N9hAAAAAElFTkSuQmCC',
  'base64',
);
const SCRIPT = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

function bodyFor(url: URL, manner: Manner, origin: string): string {
  if (manner === 'html') return '<!doctype html><script>alert(1)</script><p>Please log in to this network.';
  if (manner === 'wrong types') return JSON.stringify({ search: { id: 7 }, entities: [1], extract: { a: 1 } });
  if (manner === 'huge') return JSON.stringify({ search: 'x'.repeat(3_000_000) });
  if (manner === 'refusing') return '{}';
  if (url.pathname.startsWith('/api/rest_v1/page/summary/'))
    return JSON.stringify({
      thumbnail: { source: `${origin}/wikipedia/commons/thumb/5/5f/Putin_%282024%29.jpg/330px-Putin_%282024%29.jpg` },
      extract:
        manner === 'script'
          ? '<img src=x onerror=alert(1)> [click](command:newsmark.reject) is a president. He'
          : 'Vladimir V. Putin is a politician who is the president of Russia. He was born in 1952.',
    });
  if (url.searchParams.get('action') === 'wbgetentities') {
    const id = url.searchParams.get('ids') ?? '';
    return JSON.stringify({ entities: { [id]: { id, sitelinks: { enwiki: { title: 'Vladimir Putin' } } } } });
  }
  if (url.searchParams.get('list') === 'search') {
    const found = url.searchParams.get('srsearch') === 'haswbstatement:P1566=1816670' ? [{ ns: 0, title: 'Q956' }] : [];
    return JSON.stringify({ query: { search: manner === 'script' ? [{ title: '../x' }] : found } });
  }
  const scripted = [
    { id: 'Q7747', label: '<script>alert(1)</script>$(trash)', description: 'line one\nline two\u0000' },
    { id: 'javascript:alert(1)', label: 'x' },
    { id: 'Q5', label: 17 },
    'no item',
  ];
  return JSON.stringify({ search: manner === 'script' ? scripted : [PUTIN, RIVER], success: 1 });
}
