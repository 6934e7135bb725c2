import * as vscode from 'vscode';
import type { Assets } from '../../core/ports';

/** Files that are shipped with the extension; read through the editor, for in the web there is no other way. */
export function assetsOf(extension: vscode.Uri): Assets {
  return {
    unpack: async (name) => {
      const packed = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'media', name));
      const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
      return new Uint8Array(await new Response(stream).arrayBuffer());
    },
  };
}
