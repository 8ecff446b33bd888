// A component whose code is loaded when it is first wanted, so that the first window does not wait for it.
import type { Component } from 'svelte';

// oxlint-disable-next-line typescript/no-explicit-any -- of whatever properties
export class Later<Loaded extends Component<any>> {
  #loaded = $state.raw<Loaded | null>(null);
  #isAsked = false;
  readonly #load: () => Promise<{ default: Loaded }>;

  constructor(load: () => Promise<{ default: Loaded }>) {
    this.#load = load;
  }

  /** Null until it is here; asking for it brings it. */
  get component(): Loaded | null {
    if (!this.#isAsked) {
      this.#isAsked = true;
      void this.#load().then((module) => (this.#loaded = module.default));
    }
    return this.#loaded;
  }
}
