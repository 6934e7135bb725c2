/** Why a file can't be read or written, as far as it tells a person what to do. */
export type FaultKind =
  | 'full'
  | 'read-only'
  | 'permission'
  | 'folder gone'
  | 'is a folder'
  | 'link'
  | 'name'
  | 'busy'
  | 'unavailable'
  | 'other';

export interface Fault {
  readonly kind: FaultKind;
  /** What the system said. */
  readonly reason: string;
}

/** Names of errors by what they mean: of POSIX (errno.h), and of VS Code's `FileSystemError`. */
const KINDS: Readonly<Record<string, FaultKind>> = Object.freeze({
  ENOSPC: 'full',
  EDQUOT: 'full',
  FileExceedsStorageQuota: 'full',
  EROFS: 'read-only',
  FileWriteLocked: 'read-only',
  EACCES: 'permission',
  EPERM: 'permission',
  NoPermissions: 'permission',
  ENOENT: 'folder gone',
  ENOTDIR: 'folder gone',
  FileNotFound: 'folder gone',
  FileNotADirectory: 'folder gone',
  EISDIR: 'is a folder',
  FileIsADirectory: 'is a folder',
  ELOOP: 'link',
  ENAMETOOLONG: 'name',
  EBUSY: 'busy',
  EIO: 'unavailable',
  ENODEV: 'unavailable',
  ENXIO: 'unavailable',
  ESTALE: 'unavailable',
  ETIMEDOUT: 'unavailable',
  EHOSTDOWN: 'unavailable',
  Unavailable: 'unavailable',
});

/**
 * What an error of a file system comes to. The name of the system's own error counts most, also where an editor has
 * wrapped it in words ("Unable to write file … (Error: ENOSPC: no space left on device)").
 */
export function faultOf(error: unknown): Fault {
  const reason = error instanceof Error ? error.message : String(error);
  const named = reason.match(/\bE[A-Z]{2,}\b/g) ?? [];
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const kind = [...named, code].map((name) => (Object.hasOwn(KINDS, name) ? KINDS[name] : undefined)).find(Boolean);
  return { kind: kind ?? 'other', reason };
}
