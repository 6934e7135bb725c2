import { assert } from 'chai';
import * as vscode from 'vscode';
import { USUAL_TREE } from '../../src/core/tree/treeChoice';
import { EntityTree } from '../../src/vscode/features/tree/entityTree';
import { Folding } from '../../src/vscode/features/tree/folding';
import type { Row } from '../../src/vscode/features/tree/treeRow';
import { until } from '../support/until';
import { goTo, openArticle, STORY, services, write } from './support';

describe('the entity tree', () => {
  it('counts anew in the heads of rows, also after the extension host was held up', async () => {
    const { articles, workspace, memory } = await services();
    const { article, editor } = await openArticle(await write('heads.txt', STORY));
    const folding = new Folding(memory);
    const tree = new EntityTree(articles, workspace, folding, { ...USUAL_TREE, scope: 'article' });
    const drawn: string[] = [];
    const listening = tree.onDidChangeTreeData((rows) => {
      for (const row of rows ?? []) drawn.push(labelOf(tree.getTreeItem(row)));
    });
    try {
      await lookAtAll(tree);
      goTo(editor, 'Nathaniel Sher');
      await vscode.commands.executeCommand('newsmark.accept');
      tree.update(article);
      assert.notInclude(drawn, 'People', 'all below a head would take no key while it is drawn');
      const end = Date.now() + 900;
      while (Date.now() < end) {
        // Nothing else has its turn, as when the machine has other work.
      }
      await until('the head to be drawn', () => drawn.includes('People'));
    } finally {
      listening.dispose();
      tree.dispose();
      folding.dispose();
    }
  });
});

/** Asks for all rows and how they look, as the editor does where all is unfolded. */
async function lookAtAll(tree: EntityTree, row?: Row): Promise<void> {
  for (const child of await tree.getChildren(row)) {
    tree.getTreeItem(child);
    await lookAtAll(tree, child);
  }
}

const labelOf = ({ label }: vscode.TreeItem) => (typeof label === 'object' ? label.label : (label ?? ''));
