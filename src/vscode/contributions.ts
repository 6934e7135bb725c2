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
  showInTree: 'newsmark.showInTree',
  goToMention: 'newsmark.goToMention',
  turnOn: 'newsmark.turnOn',
  turnOff: 'newsmark.turnOff',
  chooseLabels: 'newsmark.chooseLabels',
  toggleHighlights: 'newsmark.toggleHighlights',
  note: 'newsmark.note',
  reattachToSelection: 'newsmark.reattachToSelection',
  reattachToBest: 'newsmark.reattachToBest',
  deleteOrphan: 'newsmark.deleteOrphan',
  openSidecar: 'newsmark.openSidecar',
  setSidecarAside: 'newsmark.setSidecarAside',
  showActions: 'newsmark.showActions',
  export: 'newsmark.export',
  import: 'newsmark.import',
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
});

export const SETTINGS = Object.freeze({
  include: 'newsmark.include',
  exclude: 'newsmark.exclude',
  articleLanguage: 'newsmark.articleLanguage',
  annotator: 'newsmark.annotator',
  hiddenLabels: 'newsmark.hiddenLabels',
  followCursor: 'newsmark.tree.followCursor',
  published: 'newsmark.published',
  inlayHints: 'newsmark.inlayHints',
});
