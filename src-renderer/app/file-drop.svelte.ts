// Notices files that are dragged over the window, and what is dropped, anywhere in it.

const QUIET_MS = 1000;

export class FileDrop {
  isOver = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
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
    // While something is held over the window this is told all the time; a drag that is cancelled elsewhere only goes quiet.
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.isOver = false), QUIET_MS);
  };

  /** Leaving an element for another one inside the window is not leaving. */
  left = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.isOver = false;
  };

  drop = (event: DragEvent): void => {
    event.preventDefault();
    clearTimeout(this.#timer);
    this.isOver = false;
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) this.#dropped(files);
  };
}
