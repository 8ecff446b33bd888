// What the engine does with models that come as files: opens, lists and removes them.
import type { ModelShelf } from '../networks/model-shelf';
import { problem } from '../problem';
import type { EngineCommand, EngineEvent } from '../protocol/messages';

type ModelCommand = Extract<EngineCommand, { kind: 'list-models' | 'open-model' | 'remove-model' }>;

export const isForModels = (command: EngineCommand): command is ModelCommand =>
  command.kind === 'list-models' || command.kind === 'open-model' || command.kind === 'remove-model';

export interface ModelParts {
  models: ModelShelf;
  emit(event: EngineEvent): void;
  /** The paths a token stands for. */
  pathsOf(token: string): Promise<string[]>;
}

export async function obeyForModels({ models, emit, pathsOf }: ModelParts, command: ModelCommand): Promise<void> {
  const tell = async () => emit({ kind: 'models', models: await models.list() });
  switch (command.kind) {
    case 'list-models':
      return tell();
    case 'open-model': {
      const [path] = await pathsOf(command.token);
      if (path === undefined) throw problem('No model was chosen. Choose a .safetensors file.');
      const { id } = await models.open(path);
      await tell();
      emit({ kind: 'model-opened', model: id });
      return;
    }
    case 'remove-model':
      await models.remove(command.model);
      return tell();
  }
}
