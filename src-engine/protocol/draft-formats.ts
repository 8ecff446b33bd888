// The forms in which a draft is saved.

export const EXPORT_FORMATS = ['text', 'markdown', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
/** Also with the network that wrote it, as a page. */
export const DRAFT_FORMATS = [...EXPORT_FORMATS, 'page'] as const;
export type DraftFormat = (typeof DRAFT_FORMATS)[number];
