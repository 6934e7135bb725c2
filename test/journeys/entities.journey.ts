import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { until } from '../support/until.ts';
import { Workbench } from '../support/workbench.ts';

const ARTICLE = 'putin-china-visit.article';

interface Sidecar {
  entities: { id: string; name: string; aliases?: string[]; links?: Record<string, string> }[];
  annotations: { id: string; quote: string; label: string; note?: string; entity?: string }[];
  relations: { type: string; from: string; to: string }[];
}

describe('a reader says what belongs together, by keys', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ folder: 'samples', file: ARTICLE });
    await workbench.command('View: Show Newsmark');
    await until('the tree to be filled', async () =>
      (await workbench.tree()).some((row) => row.startsWith('Vladimir Putin')),
    );
  });
  after(() => workbench.close());

  /** What the sidecar says once it fits. */
  const filed = (what: string, fits: (sidecar: Sidecar) => boolean): Promise<Sidecar> =>
    until(what, async () => {
      try {
        const raw = await readFile(path.join(workbench.folder, `${ARTICLE}.newsmark.json`), 'utf8');
        const sidecar: Sidecar = JSON.parse(raw);
        return fits(sidecar) && sidecar;
      } catch {
        // Not written yet.
        return undefined;
      }
    });

  /** Puts the cursor into words with the editor's own search. */
  async function goTo(words: string): Promise<void> {
    await workbench.selectWords(words);
    await workbench.press('ArrowLeft', 'ArrowRight');
  }

  it('renames an entity with F2', async () => {
    await goTo('Vladimir Putin');
    await workbench.press('F2');
    const box = workbench.page.locator('.rename-box input');
    await box.waitFor();
    await box.fill('V. V. Putin');
    await workbench.press('Enter');
    const { entities } = await filed('the new name', (sidecar) => sidecar.entities.length === 1);
    assert.equal(entities[0]?.name, 'V. V. Putin');
    await until('the tree to say so', async () =>
      (await workbench.tree()).some((row) => row.startsWith('V. V. Putin')),
    );
  });

  it('merges two entities', async () => {
    await goTo('Carnegie China');
    await workbench.press('Alt+M', 'Shift+M');
    await workbench.choose('Carnegie Russia');
    const { entities } = await filed('the merged entity', (sidecar) => sidecar.entities.length === 2);
    assert.ok(entities.some(({ aliases = [] }) => aliases.includes('Carnegie China')));
  });

  it('writes a note in the editor', async () => {
    await goTo('Nathaniel Sher');
    await workbench.press('Alt+M', 'k');
    await workbench.page.locator('.review-widget .monaco-editor.focused').waitFor();
    await workbench.page.keyboard.type('An analyst of trade.');
    await workbench.screenshot('journey-note');
    await workbench.press('Control+Enter');
    const { annotations } = await filed('the note', (sidecar) => sidecar.annotations.some(({ note }) => note));
    assert.deepEqual(
      annotations.filter(({ note }) => note).map(({ quote, note }) => `${quote}: ${note}`),
      ['Nathaniel Sher: An analyst of trade.'],
    );
  });

  it('relates two mentions in two keys', async () => {
    await goTo('$300 million');
    await workbench.press('Alt+M', 'ArrowRight');
    const hint = workbench.page.locator('.part.statusbar', { hasText: 'From “$300 million”' });
    await hint.waitFor();
    await goTo('Nathaniel Sher');
    await workbench.press('Alt+M', 'ArrowRight');
    const { relations } = await filed('the relation', (sidecar) => sidecar.relations.length === 1);
    assert.equal(relations[0]?.type, 'counts');
    await workbench.screenshot('journey-entities');
  });
});
