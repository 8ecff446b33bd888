// Remembers which run was open, so that a reload or a restart opens it again.

const KEY = 'last-run';

export const lastRun = {
  read: (): string | null => localStorage.getItem(KEY),
  write: (id: string | null): void => {
    if (id === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, id);
  },
};
