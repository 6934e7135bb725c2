import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as oniguruma from 'vscode-oniguruma';
import * as textmate from 'vscode-textmate';

const root = join(__dirname, '..', '..', '..');

/** Part of a line, with the names of all scopes around it, outermost first. */
export interface Token {
  readonly line: number;
  readonly words: string;
  readonly scopes: readonly string[];
}

/** Stands in for the editor's own YAML grammar, which is not part of this project. */
const YAML = JSON.stringify({
  scopeName: 'source.yaml',
  patterns: [{ match: '^[\\w-]+(?=:)', name: 'entity.name.tag.yaml' }],
});

let grammar: Promise<textmate.IGrammar> | undefined;

/** Colors a text with the article grammar as the editor does, line by line. */
export async function tokenize(text: string): Promise<Token[]> {
  grammar ??= loadGrammar();
  const article = await grammar;
  let state = textmate.INITIAL;
  return text.split('\n').flatMap((line, number) => {
    const { tokens, ruleStack } = article.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      line: number,
      words: line.slice(startIndex, endIndex),
      scopes,
    }));
  });
}

/** The stretches of text within a scope, one for each line it is on. */
export async function stretches(text: string, scope: string): Promise<string[]> {
  const found: { line: number; words: string }[] = [];
  let isOpen = false;
  for (const { line, words, scopes } of await tokenize(text)) {
    const isInside = scopes.some((name) =>
      name.split(' ').some((part) => part === scope || part.startsWith(`${scope}.`)),
    );
    const last = found.at(-1);
    if (isInside && isOpen && last?.line === line) last.words += words;
    else if (isInside) found.push({ line, words });
    isOpen = isInside;
  }
  return found.map(({ words }) => words);
}

async function loadGrammar(): Promise<textmate.IGrammar> {
  const wasm = createRequire(__filename).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(readFileSync(wasm));
  const sources: Record<string, string> = {
    'text.article': readFileSync(join(root, 'syntaxes', 'article.tmLanguage.json'), 'utf8'),
    'source.yaml': YAML,
  };
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => {
      const source = sources[scope];
      return source === undefined ? null : textmate.parseRawGrammar(source, `${scope}.json`);
    },
  });
  const article = await registry.loadGrammar('text.article');
  if (!article) throw new Error('The article grammar did not load.');
  return article;
}
