import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A message that the code says to a person, and where. */
export interface Said {
  readonly message: string;
  readonly file: string;
}

/** Every source file with its text, without comments. */
export function sources(): readonly { readonly file: string; readonly code: string }[] {
  const names = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return names.sort().map((name) => {
    const file = path.join('src', name);
    return { file, code: withoutComments(readFileSync(file, 'utf8')) };
  });
}

/** A call of `t`: how it begins, and what comes first in it. */
const CALL = /(?<![\w.$#])t\(\s*/g;

/** All messages that the code says through `t`. @throws where one is no literal: then no test can know it */
export function saidMessages(): readonly Said[] {
  return sources()
    .filter(({ file }) => file !== path.join('src', 'core', 'l10n.ts'))
    .flatMap(({ file, code }) =>
      [...code.matchAll(CALL)].map((call) => {
        const literal = /^(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/.exec(
          code.slice(call.index + call[0].length),
        )?.[0];
        if (literal === undefined) throw new Error(`${file}: t(${code.slice(call.index, call.index + 60)} …`);
        return { message: unescaped(literal), file };
      }),
    );
}

/** The numbers of a message's placeholders. */
export function placeholders(message: string): string {
  return [...new Set(message.match(/\{\d+\}/g) ?? [])].sort().join();
}

function unescaped(literal: string): string {
  const inner = literal
    .slice(1, -1)
    .replace(/\\(['"\\])/g, '$1')
    .replace(/\\n/g, '\n');
  return inner.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Comments are blanked; strings, templates and regular expressions with slashes in them stay. */
function withoutComments(code: string): string {
  return code.replace(
    /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (part) => (part.startsWith('/') ? ' ' : part),
  );
}
