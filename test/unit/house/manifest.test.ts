import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { colors, markingKeys, withoutMarking } from '../../../scripts/contribute';
import { namedMessages, takeMessages } from '../../../scripts/manifestMessages';
import { isReviewKey, reviewKeys } from '../../../scripts/reviewKeys';
import { isKnownLabel, LABELS, labelOf } from '../../../src/core/annotation/labels';
import { COMMANDS, CONTEXT_KEYS, SETTINGS, VIEWS } from '../../../src/vscode/contributions';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { contributes } = manifest;
const english: Readonly<Record<string, string>> = JSON.parse(readFileSync('package.nls.json', 'utf8'));
const german: Readonly<Record<string, string>> = JSON.parse(readFileSync('package.nls.de.json', 'utf8'));
/** Commands, settings and code that a message names: they are the same in every language. */
const linksIn = (message: string) => (message.match(/\(command:[^)]*\)|`[^`]*`/g) ?? []).sort().join();
const all = (item: unknown): string => JSON.stringify(item);

describe('the manifest', () => {
  it('declares the commands, views and settings that the code has, and no others', () => {
    const declared = contributes.commands.map(({ command }: { command: string }) => command);
    assert.deepEqual([...declared].sort(), Object.values(COMMANDS).sort());
    assert.deepEqual(Object.keys(contributes.configuration.properties).sort(), Object.values(SETTINGS).sort());
    assert.deepEqual(
      contributes.views.newsmark.map(({ id }: { id: string }) => id),
      Object.values(VIEWS),
    );
  });

  it('uses only context keys that the code sets', () => {
    const whens = all([contributes.menus, contributes.keybindings, contributes.commands, contributes.viewsWelcome]);
    const used = new Set(whens.match(/newsmark\.(?:active|reviewing|(?:has|can|is)[A-Z]\w+)/g));
    for (const key of used) assert.ok(Object.values(CONTEXT_KEYS).includes(key as never), key);
  });

  it('gives every command of a menu, key or link a declaration', () => {
    const used = all([contributes.menus, contributes.keybindings]).match(/"command":"(newsmark\.\w+)"/g) ?? [];
    const declared = new Set(Object.values(COMMANDS).map((command) => `"command":"${command}"`));
    for (const command of used) assert.ok(declared.has(command), command);
  });

  it('has colors and keys as the label table says (npm run contribute)', () => {
    const said = { contributes: { colors: colors() } };
    const messages = takeMessages(said);
    assert.deepEqual(contributes.colors, said.contributes.colors);
    for (const [key, message] of Object.entries(messages)) assert.equal(english[key], message);
    const { keybindings } = contributes;
    assert.deepEqual(keybindings, [...withoutMarking(keybindings), ...markingKeys(keybindings)]);
  });

  it('has the keys of review mode as their table says (npm run contribute)', () => {
    assert.deepEqual(contributes.keybindings.filter(isReviewKey), reviewKeys());
  });

  it('takes plain keys in review mode, in curation, in lists, and where something begun can be given up, alone', () => {
    const plain = contributes.keybindings.filter(({ key }: { key: string }) => !/^(?:alt|ctrl)\+/.test(key));
    const begun = /newsmark\.is(?:Relating|WritingNote)$/;
    for (const { key, when } of plain) {
      if (key === 'escape' && begun.test(when)) continue;
      assert.match(when, /newsmark\.(?:reviewing|curating) && editorTextFocus|listFocus/, key);
    }
  });

  it('says nothing to people but messages, and has those in every language (npm run contribute)', () => {
    assert.deepEqual(takeMessages(JSON.parse(readFileSync('package.json', 'utf8'))), {});
    const named = namedMessages(manifest);
    assert.deepEqual(Object.keys(english).sort(), [...new Set(named)].sort());
    assert.deepEqual(Object.keys(german).sort(), Object.keys(english).sort());
    for (const [key, message] of Object.entries(german)) {
      assert.equal(linksIn(message), linksIn(english[key] ?? ''), key);
      assert.ok(message.trim() !== '', key);
    }
  });

  it('gives every kind of theme a color', () => {
    for (const { id, defaults } of contributes.colors) {
      for (const theme of ['dark', 'light', 'highContrast', 'highContrastLight']) {
        assert.match(defaults[theme], /^#([0-9a-f]{6}|[0-9a-f]{8})$/, `${id} ${theme}`);
      }
    }
  });

  it('has no two bindings on one key', () => {
    const keys = contributes.keybindings.map(({ key, when }: { key: string; when: string }) => `${key} ${when}`);
    assert.deepEqual([...new Set(keys)], keys);
  });

  it('has keys in its trees say which row has the focus, at the moment they are pressed', () => {
    const toTrees = contributes.keybindings.filter(({ when }: { when: string }) => /^focusedView == /.test(when));
    const commands = toTrees
      .map(({ command, args }: { command: string; args?: { commands: unknown } }) => args?.commands ?? command)
      .filter((command: unknown) => command !== COMMANDS.treeFilter);
    assert.ok(commands.length > 6);
    for (const [first, second, third] of commands) {
      assert.deepEqual([first, second], ['list.toggleSelection', 'list.toggleSelection']);
      assert.equal(third.args.byKey, true);
    }
  });

  it('names files that are there', () => {
    const files = all(contributes).match(/\.\/(?:media|syntaxes)\/[\w.-]+/g) ?? [];
    for (const file of files) assert.ok(existsSync(file), file);
  });

  it('wakes the extension for no more than it needs', () => {
    assert.ok(!manifest.activationEvents.includes('*') && !manifest.activationEvents.includes('onStartupFinished'));
  });
});

describe('the label table', () => {
  it('tells every label from the others by id, title, key and color', () => {
    for (const field of ['id', 'title', 'key', 'color'] as const) {
      assert.equal(new Set(LABELS.map((label) => label[field])).size, LABELS.length, field);
    }
  });

  it('shows a label that it does not know as itself', () => {
    assert.equal(labelOf('SHIP').title, 'SHIP');
    assert.ok(!isKnownLabel('SHIP'));
  });
});
