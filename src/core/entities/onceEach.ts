/** A function that looks at each name once: an article has the same names many times over. */
export function onceEach<T extends object | string>(tell: (name: string) => T): (name: string) => T {
  const told = new Map<string, T>();
  return (name) => {
    const known = told.get(name);
    if (known !== undefined) return known;
    const fresh = tell(name);
    told.set(name, fresh);
    return fresh;
  };
}
