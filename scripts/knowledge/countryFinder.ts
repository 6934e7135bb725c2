import type { Entry } from './entries';

/** Finds the country that a description names: "central bank of Japan", "Russian oil company". */
export function countryFinder(countries: readonly Entry[]): (description: string) => string | undefined {
  const names = new Map<string, string>();
  for (const { name, facts, prominence } of countries) {
    const demonym = facts.find(({ kind }) => kind === 'demonym')?.value;
    if (prominence === 1) for (const called of [name, ...(demonym ? [demonym] : [])]) names.set(called, name);
  }
  return (description) => {
    const words = description.split(/[^\p{L}]+/u);
    for (let length = 3; length > 0; length--) {
      for (let at = 0; at + length <= words.length; at++) {
        const country = names.get(words.slice(at, at + length).join(' '));
        if (country !== undefined) return country;
      }
    }
    return undefined;
  };
}
