// The parts of the page that the script fills and listens to.

function part<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${id}.`);
}

export function pageParts() {
  return {
    name: part('name', HTMLElement),
    about: part('about', HTMLElement),
    form: part('form', HTMLFormElement),
    prompt: part('prompt', HTMLTextAreaElement),
    temperature: part('temperature', HTMLInputElement),
    bytes: part('bytes', HTMLInputElement),
    seed: part('seed', HTMLInputElement),
    same: part('same', HTMLInputElement),
    generate: part('generate', HTMLButtonElement),
    stop: part('stop', HTMLButtonElement),
    more: part('continue', HTMLButtonElement),
    copy: part('copy', HTMLButtonElement),
    said: part('said', HTMLElement),
    text: part('text', HTMLElement),
    settings: part('settings', HTMLElement),
  };
}
export type PageElements = ReturnType<typeof pageParts>;

export const blockText = (name: string): string => document.getElementById(name)?.textContent ?? '';
