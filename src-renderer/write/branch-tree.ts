// The tree that a draft belongs to: the first of its forebears, and all that branched from it, in the order in which they stand below one another.
import type { DraftSummary } from '../../src-engine/protocol/writing';

export interface Branch {
  draft: DraftSummary;
  /** The root's is 1. */
  level: number;
  /** In the list; -1 for the root. */
  parent: number;
}

/** Older branches first. A draft whose parent is gone is a root. */
export function branchesOf(drafts: readonly DraftSummary[], id: string): Branch[] {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  let root = byId.get(id);
  for (let above = root; above; above = byId.get(above.parent?.draft ?? '')) root = above;
  const found: Branch[] = [];
  const add = (draft: DraftSummary, level: number, parent: number): void => {
    const index = found.push({ draft, level, parent }) - 1;
    const children = drafts.filter((each) => each.parent?.draft === draft.id);
    for (const child of children.toSorted((a, b) => a.createdMs - b.createdMs)) add(child, level + 1, index);
  };
  if (root) add(root, 1, -1);
  return found;
}

/** The branch at an index and all below it, the lowest first. */
export function below(branches: readonly Branch[], index: number): DraftSummary[] {
  const level = branches[index]?.level ?? 0;
  const next = branches.findIndex((branch, at) => at > index && branch.level <= level);
  return branches
    .slice(index, next < 0 ? branches.length : next)
    .map(({ draft }) => draft)
    .reverse();
}
