// Tells models from texts by their file names.

const IS_MODEL = /\.safetensors$/i;

export function modelsAndTexts(files: readonly string[]): { models: string[]; texts: string[] } {
  return { models: files.filter((file) => IS_MODEL.test(file)), texts: files.filter((file) => !IS_MODEL.test(file)) };
}
