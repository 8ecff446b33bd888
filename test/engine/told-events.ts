// Collects the engine's events and waits for more: never for earlier ones, which a test could take for its own.
import type { EngineEvent } from '../../src-engine/protocol/messages';

export type Kind = EngineEvent['kind'];
export type Of<K extends Kind> = Extract<EngineEvent, { kind: K }>;
type Fits<K extends Kind> = (event: Of<K>) => boolean;

export function toldEvents() {
  /** All of them, in order. */
  const told: EngineEvent[] = [];
  const listeners = new Set<(event: EngineEvent) => void>();
  const emit = (event: EngineEvent): void => {
    told.push(event);
    for (const listener of [...listeners]) listener(event);
  };
  /** The first such event from now on. */
  const next = <K extends Kind>(kind: K, fits: Fits<K> = () => true): Promise<Of<K>> =>
    new Promise((resolve) => {
      const listener = (event: EngineEvent): void => {
        if (event.kind !== kind || !fits(event as Of<K>)) return;
        listeners.delete(listener);
        resolve(event as Of<K>);
      };
      listeners.add(listener);
    });
  /** The first such event from when the command was given, once that is done. */
  const after = async <K extends Kind>(command: () => Promise<unknown>, kind: K, fits?: Fits<K>): Promise<Of<K>> => {
    const event = next(kind, fits);
    await command();
    return event;
  };
  return { told, emit, next, after };
}
