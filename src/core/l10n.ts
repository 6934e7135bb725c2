/**
 * Says an English message in the person's language; `{0}`, `{1}` and so on stand for the arguments.
 * VS Code's `l10n.t` is one.
 */
export type Translate = (message: string, ...args: (string | number)[]) => string;

/** The program speaks English where nobody says otherwise: on the command line, in tests. */
let translate: Translate = filled;

/**
 * Makes all that is said from here on be said in another language. There is one person and one language, so this is a
 * fact about the program, as its locale is, and not handed from function to function.
 * @param language English where it is absent
 */
export function speak(language: Translate = filled): void {
  translate = language;
}

/**
 * A message for a person. It is written out where it is said, so that a test finds it and holds every language's
 * messages against it; a count that changes more than a number has a message for one and a message for several.
 * @param message English, a literal
 */
export function t(message: string, ...args: (string | number)[]): string {
  return translate(message, ...args);
}

/** A message that a table holds; the test of messages reads the table. */
export function tabled(message: string): string {
  return translate(message);
}

function filled(message: string, ...args: (string | number)[]): string {
  return message.replace(/\{(\d+)\}/g, (hole, index: string) => String(args[Number(index)] ?? hole));
}
