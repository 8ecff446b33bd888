// Makes a name that every file system takes out of whatever a run was called.

const LONGEST_NAME = 100;

/** Without an extension that of a folder. */
export function fileNameFrom(suggested: string, extension?: string): string {
  const clean = suggested
    // oxlint-disable-next-line no-control-regex -- control characters are what has to go
    .replace(/[\u0000-\u001f<>:"/\\|?*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, LONGEST_NAME);
  return extension === undefined ? clean || 'Untitled' : `${clean || 'Untitled'}.${extension}`;
}
