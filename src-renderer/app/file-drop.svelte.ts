// Notices files that are dragged over the window, and what is dropped, anywhere in it.

export class FileDrop {
  isOver = $state(false);
  readonly #dropped: (files: File[]) => void;

  constructor(dropped: (files: File[]) => void) {
    this.#dropped = dropped;
  }

  /** For entering too: where the page changes under the pointer that is the last event before the drop, which it may refuse. */
  over = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    this.isOver = true;
  };

  /** Leaving an element for another one inside the window is not leaving. */
  left = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.isOver = false;
  };

  drop = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = false;
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) this.#dropped(files);
  };
}
