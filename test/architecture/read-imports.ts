// Reads who imports whom from the sources themselves, with the compilers that build them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'svelte/compiler';
import typescript from 'typescript';
import type { Import } from './arrows';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ENDINGS = ['', '.ts', '.svelte', '.svelte.ts', '.d.ts'];

function sourcesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.split(sep).join('/')}`)
    .filter((name) => /\.(ts|svelte)$/.test(name) && !name.includes('/kernels/assembly/'));
}

/** A component's scripts; any other file as it is. */
export function scriptIn(file: string): string {
  const text = readFileSync(join(ROOT, file), 'utf8');
  if (!file.endsWith('.svelte')) return text;
  const { instance, module } = parse(text, { modern: true, filename: file });
  const contents = [module, instance].map((script) => {
    const program = script?.content as { start: number; end: number } | undefined;
    return program ? text.slice(program.start, program.end) : '';
  });
  return contents.join('\n');
}

/** A package is named as it is, a file by its path from the project, without what the build is to make of it. */
function targetOf(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const path = posix.join(dirname(from), specifier.replace(/\?\w+$/, ''));
  const ending = ENDINGS.find((candidate) => existsSync(join(ROOT, path + candidate)));
  if (ending === undefined) throw new Error(`${from} imports ${specifier}, which was not found.`);
  return relative(ROOT, join(ROOT, path + ending))
    .split(sep)
    .join('/');
}

function isTypeOnly(clause: typescript.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === typescript.SyntaxKind.TypeKeyword) return true;
  const bindings = clause.namedBindings;
  return (
    !clause.name &&
    bindings !== undefined &&
    typescript.isNamedImports(bindings) &&
    bindings.elements.every((element) => element.isTypeOnly)
  );
}

export function importsIn(from: string, script: string): Import[] {
  const found: Import[] = [];
  const add = (node: typescript.Expression | undefined, facts: Pick<Import, 'onlyTypes' | 'passesOn'>) => {
    if (node && typescript.isStringLiteralLike(node)) found.push({ from, to: targetOf(from, node.text), ...facts });
  };
  const visit = (node: typescript.Node): void => {
    if (typescript.isImportDeclaration(node)) {
      add(node.moduleSpecifier, { onlyTypes: isTypeOnly(node.importClause), passesOn: false });
    } else if (typescript.isExportDeclaration(node)) {
      add(node.moduleSpecifier, { onlyTypes: node.isTypeOnly, passesOn: true });
    } else if (typescript.isImportTypeNode(node) && typescript.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, { onlyTypes: true, passesOn: false });
    } else if (typescript.isCallExpression(node) && node.expression.kind === typescript.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], { onlyTypes: false, passesOn: false });
    }
    typescript.forEachChild(node, visit);
  };
  visit(typescript.createSourceFile(from, script, typescript.ScriptTarget.Latest));
  return found;
}

export function allSources(): string[] {
  return ['src-engine', 'src-main', 'src-renderer', 'src-web-page'].flatMap(sourcesUnder);
}

export function allImports(): Import[] {
  return allSources().flatMap((file) => importsIn(file, scriptIn(file)));
}
