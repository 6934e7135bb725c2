import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import path from 'node:path';

/**
 * Begins to note what this thread does, where NEWSMARK_PROFILE names a folder for that.
 * @returns writes it down in a file there, as Chrome's and VS Code's tools read it
 */
export function startProfile(): ((name: string) => Promise<void>) | undefined {
  const folder = process.env.NEWSMARK_PROFILE;
  if (!folder) return undefined;
  const session = new Session();
  session.connect();
  const started = session.post('Profiler.enable').then(() => session.post('Profiler.start'));
  return async (name) => {
    await started;
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    writeFileSync(path.join(folder, name), JSON.stringify(profile));
  };
}
