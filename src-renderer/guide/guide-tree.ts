// What a chapter of the guide consists of, as the build reads it out of docs/guide.

export type Inline =
  | string
  | { kind: 'code'; text: string }
  | { kind: 'strong' | 'em'; inlines: Inline[] }
  | { kind: 'link'; chapter: string | null; section: string | null; inlines: Inline[] };

export type Block =
  | { kind: 'heading'; level: number; id: string; inlines: Inline[] }
  | { kind: 'paragraph'; inlines: Inline[] }
  | { kind: 'list'; isOrdered: boolean; items: Block[][] }
  | { kind: 'code'; text: string }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { kind: 'picture'; file: string; about: string };

export interface Chapter {
  /** Of its file, without the ending. */
  name: string;
  title: string;
  blocks: Block[];
}

/** A chapter, and where in it. */
export interface GuidePlace {
  chapter: string;
  /** null for its beginning. */
  section: string | null;
}
