import type { Page } from 'playwright-core';

/** A thing as assistive technology is told of it. */
export interface Accessible {
  readonly role: string;
  readonly name: string;
  /** How deep it is in a tree, from 1; 0 outside of trees. */
  readonly level: number;
  /** Whether what is below it is shown; undefined where there is nothing. */
  readonly isExpanded: boolean | undefined;
}

/** The accessibility tree of a page, as the browser gives it to screen readers, in the order of the page. */
export async function accessibleThings(page: Page): Promise<readonly Accessible[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    return nodes
      .filter(({ ignored }) => !ignored)
      .map(({ role, name, properties = [] }) => {
        const property = (wanted: string) => properties.find((each) => each.name === wanted)?.value.value;
        const expanded: unknown = property('expanded');
        return {
          role: String(role?.value ?? ''),
          name: String(name?.value ?? '').trim(),
          level: Number(property('level') ?? 0),
          isExpanded: typeof expanded === 'boolean' ? expanded : undefined,
        };
      });
  } finally {
    await session.detach();
  }
}
