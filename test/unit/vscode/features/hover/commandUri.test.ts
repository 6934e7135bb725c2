import assert from 'node:assert/strict';
import { commandUri } from '../../../../../src/vscode/features/hover/commandUri';

describe('the address of a command in a hover', () => {
  it('says what the command is about, and can’t end the link that it stands in', () => {
    const link = { entry: 'smith)', keys: ['a (b', '“c”'] };
    const address = commandUri('newsmark.openEntry', link);
    assert.match(address, /^command:newsmark\.openEntry\?[^()[\]\s]*$/);
    assert.deepEqual(JSON.parse(decodeURIComponent(address.slice(address.indexOf('?') + 1))), [link]);
  });
});
