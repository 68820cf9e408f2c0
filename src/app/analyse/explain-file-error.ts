type Attempt = { readonly path: string; readonly doing: 'read' | 'write' }

const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: 'it, or its folder, is not there',
  ENOTDIR: 'something on its way is not a folder',
  EISDIR: 'it is a folder',
  EACCES: 'this account may not',
  EPERM: 'this account may not',
  EROFS: 'its file system is read-only',
  ENOSPC: 'its disk is full',
  EMFILE: 'this account has too many files open',
}

/** The error of a file system as one sentence with the name of the file; any other error as it is. */
export function explainFileError(error: unknown, { path, doing }: Attempt): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const because = SENTENCES[code]
  return because === undefined ? error : new Error(`Cannot ${doing} ${path}: ${because}.`, { cause: error })
}
