// Finds lists of settings' names: what is true of some settings belongs into a column of their table.
import typescript from 'typescript';

/** Each list of nothing but settings' names in a source, as it stands there. */
export function settingListsIn(script: string, names: readonly string[]): string[] {
  const source = typescript.createSourceFile('source.ts', script, typescript.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: typescript.Node): void => {
    if (
      typescript.isArrayLiteralExpression(node) &&
      node.elements.length > 0 &&
      node.elements.every((element) => typescript.isStringLiteralLike(element) && names.includes(element.text))
    ) {
      found.push(node.getText());
    }
    typescript.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
