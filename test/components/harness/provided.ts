// What the set-up of the component tests hands to each of them.
import 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the page with all scenes, and that of the debugging port of the window to see it in. */
    components: { scenes: string; window: string };
  }
}
