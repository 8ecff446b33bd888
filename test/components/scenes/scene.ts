// What a scene is given to mount a component with what surrounds it.

export interface Stage {
  target: HTMLElement;
  /** What a component tells its surroundings; the test reads it. */
  tell: (...what: unknown[]) => void;
}

/** `Options` go through JSON. */
export type Scene<Options> = (stage: Stage, options: Options) => void;
