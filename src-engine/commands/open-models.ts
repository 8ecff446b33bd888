// What the engine does with models that come as files: opens, lists and removes them.
import type { StoredModels } from '../networks/stored-models';
import { problem } from '../problem';
import type { EngineEvent } from '../protocol/messages';

export interface ModelParts {
  models: StoredModels;
  emit(event: EngineEvent): void;
  /** The paths a token stands for. */
  pathsOf(token: string): Promise<string[]>;
  /** Whoever opens a model is about to write with it. */
  prepareToWrite(): void;
}

export async function tellModels({ models, emit }: ModelParts): Promise<void> {
  emit({ kind: 'models', models: await models.list() });
}

export async function openModel(parts: ModelParts, token: string): Promise<void> {
  const [path] = await parts.pathsOf(token);
  if (path === undefined) throw problem('No model was chosen. Choose a .safetensors file.');
  parts.prepareToWrite();
  const { id } = await parts.models.open(path);
  await tellModels(parts);
  parts.emit({ kind: 'model-opened', model: id, token });
}

export async function removeModel(parts: ModelParts, model: string): Promise<void> {
  await parts.models.remove(model);
  await tellModels(parts);
}
