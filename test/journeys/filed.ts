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
export function filed(workbench: Workbench, article: string, count: number): Promise<string[]> {
  return until(`${count} decisions in the sidecar`, async () => {
    try {
      const raw = await readFile(path.join(workbench.folder, `${article}.newsmark.json`), 'utf8');
      const { annotations }: { annotations: Annotation[] } = JSON.parse(raw);
      const decisions = annotations.map(({ quote, label, status }) => `${quote} ${label} ${status}`);
      return decisions.length === count && decisions.sort();
    } catch {
      // Not written yet.
      return undefined;
    }
  });
}

/** What the status bar says of the article. */
export function status(workbench: Workbench): Promise<string> {
  return workbench.page.locator('.part.statusbar [id$="newsmark.status"]').first().innerText();
}
