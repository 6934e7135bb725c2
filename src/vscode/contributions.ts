/** Ids that the manifest declares and the code uses; a test holds the two against each other. */

export const COMMANDS = Object.freeze({
  accept: 'newsmark.accept',
  acceptEntity: 'newsmark.acceptEntity',
  reject: 'newsmark.reject',
  rejectEntity: 'newsmark.rejectEntity',
  relabel: 'newsmark.relabel',
  relabelEntity: 'newsmark.relabelEntity',
  remove: 'newsmark.remove',
  removeEntity: 'newsmark.removeEntity',
  mark: 'newsmark.mark',
  undo: 'newsmark.undo',
  redo: 'newsmark.redo',
  nextUndecided: 'newsmark.nextUndecided',
  previousUndecided: 'newsmark.previousUndecided',
  acceptSelected: 'newsmark.acceptSelected',
  rejectSelected: 'newsmark.rejectSelected',
  onSelected: 'newsmark.onSelected',
  showInTree: 'newsmark.showInTree',
  treeOrder: 'newsmark.treeOrder',
  treeGroupBy: 'newsmark.treeGroupBy',
  treeScope: 'newsmark.treeScope',
  treeLabels: 'newsmark.treeLabels',
  treeFilter: 'newsmark.treeFilter',
  treeClearFilter: 'newsmark.treeClearFilter',
  goToMention: 'newsmark.goToMention',
  turnOn: 'newsmark.turnOn',
  turnOff: 'newsmark.turnOff',
  chooseLabels: 'newsmark.chooseLabels',
  toggleHighlights: 'newsmark.toggleHighlights',
  editLabels: 'newsmark.editLabels',
  note: 'newsmark.note',
  editNote: 'newsmark.editNote',
  saveNote: 'newsmark.saveNote',
  discardNote: 'newsmark.discardNote',
  deleteNote: 'newsmark.deleteNote',
  mergeEntity: 'newsmark.mergeEntity',
  splitMention: 'newsmark.splitMention',
  renameEntity: 'newsmark.renameEntity',
  entityAliases: 'newsmark.entityAliases',
  entityLink: 'newsmark.entityLink',
  entityNote: 'newsmark.entityNote',
  relate: 'newsmark.relate',
  discardRelation: 'newsmark.discardRelation',
  removeRelation: 'newsmark.removeRelation',
  settle: 'newsmark.settle',
  nextArticle: 'newsmark.nextArticle',
  reattachToSelection: 'newsmark.reattachToSelection',
  reattachToBest: 'newsmark.reattachToBest',
  deleteOrphan: 'newsmark.deleteOrphan',
  openSidecar: 'newsmark.openSidecar',
  setSidecarAside: 'newsmark.setSidecarAside',
  showActions: 'newsmark.showActions',
});

export const VIEWS = Object.freeze({ entities: 'newsmark.entities' });

/** Context keys for `when` clauses. */
export const CONTEXT_KEYS = Object.freeze({
  /** The active editor shows an article. */
  active: 'newsmark.active',
  /** There is an article whose entities the tree shows. */
  hasArticle: 'newsmark.hasArticle',
  /** The active editor shows a text file that could be an article but is none. */
  canTurnOn: 'newsmark.canTurnOn',
  /** A relation is begun, and waits for its other end. */
  relating: 'newsmark.isRelating',
  /** The tree shows only what fits a filter. */
  filtered: 'newsmark.isTreeFiltered',
  /** A note is being written. */
  writingNote: 'newsmark.isWritingNote',
});

export const SETTINGS = Object.freeze({
  include: 'newsmark.include',
  exclude: 'newsmark.exclude',
  articleLanguage: 'newsmark.articleLanguage',
  annotator: 'newsmark.annotator',
  hiddenLabels: 'newsmark.hiddenLabels',
  followCursor: 'newsmark.tree.followCursor',
  treeScope: 'newsmark.tree.scope',
  treeOrder: 'newsmark.tree.order',
  treeGroupBy: 'newsmark.tree.groupBy',
  treeHiddenLabels: 'newsmark.tree.hiddenLabels',
  published: 'newsmark.published',
  inlayHints: 'newsmark.inlayHints',
  explorerBadges: 'newsmark.explorerBadges',
  labelSet: 'newsmark.labelSet',
  labelFile: 'newsmark.labelFile',
  labelNames: 'newsmark.labelNames',
});
