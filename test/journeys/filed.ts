import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { until } from '../support/until.ts';
import type { Workbench } from '../support/workbench.ts';

interface Annotation {
  quote: string;
  label: string;
  status: string;
}

/** The decisions in an article's sidecar, as `quote label status`, once there are so many. */
export async function filed(workbench: Workbench, article: string, count: number): Promise<string[]> {
  let last: readonly string[] = [];
  try {
    return await until(`${count} decisions in the sidecar`, async () => {
      last = await decisionsIn(workbench, article);
      return last.length === count && [...last];
    });
  } catch (error) {
    throw new Error(`The sidecar has ${last.length} decisions: ${last.join(', ')}.`, { cause: error });
  }
}

/** The decisions in an article's sidecar as it is now, as `quote label status`; none while it can't be read. */
export async function decisionsIn(workbench: Workbench, article: string): Promise<string[]> {
  const sidecar = path.join(workbench.folder, `${article}.newsmark.json`);
  try {
    const { annotations }: { annotations: Annotation[] } = JSON.parse(await readFile(sidecar, 'utf8'));
    return annotations.map(({ quote, label, status }) => `${quote} ${label} ${status}`).sort();
  } catch {
    // Not written yet.
    return [];
  }
}

/** What the status bar says of the article. */
export function status(workbench: Workbench): Promise<string> {
  return workbench.page.locator('.part.statusbar [id$="newsmark.status"]').first().innerText();
}
