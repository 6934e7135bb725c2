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

/** Text that looks like words for a person and is said past `t`, in some of the sources. */
export function unsaidWords(isLooked: (file: string) => boolean): readonly Said[] {
  return sources()
    .filter(({ file }) => isLooked(file))
    .flatMap(({ file, code }) => {
      const others = code
        // What `t` says, what goes to the log, errors that are our own mistakes, names of collections, imports.
        .replace(/(?<![\w.$#])t\(\s*(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/g, 't(')
        .replace(/\blog\.\w+\(\s*(?:'[^'\n]*'|`[^`]*`)/g, 'log(')
        .replace(/\bnew \w*Error\(\s*(?:'[^'\n]*'|`[^`]*`)/g, 'Error(')
        .replace(/\bcreateDiagnosticCollection\('[^'\n]*'/g, 'collection(')
        .replace(/^\s*(?:import|export) [^;]*;/gm, (statement) => (/ from '/.test(statement) ? '' : statement));
      const literals = others.match(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g) ?? [];
      return literals
        .map((literal) => literal.slice(1, -1).replace(/\$\{[^}]*\}/g, '◦'))
        .filter(
          (words) => /\p{L}{2,}[,.:;]? \p{L}{2,}|◦ \p{Ll}{3,}|^\p{Lu}\p{Ll}{2,}$/u.test(words) && !/<\w+ /.test(words),
        )
        .map((message) => ({ message, file }));
    });
}
