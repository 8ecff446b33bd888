// What no source does, as rules that oxlint and ESLint both load: barrels, inheritance, default exports, state of a module.

/** A rule that forbids each of these shapes, with its sentence. */
function forbidding(shapes) {
  return {
    create: (context) =>
      Object.fromEntries(
        Object.entries(shapes).map(([shape, message]) => [shape, (node) => context.report({ node, message })]),
      ),
  };
}

const BARREL = 'No barrels: import from the file that holds it.';

export default {
  meta: { name: 'house' },
  rules: {
    everywhere: forbidding({
      ExportAllDeclaration: BARREL,
      'ExportNamedDeclaration[source]': BARREL,
      ':matches(ClassDeclaration, ClassExpression)[superClass]': 'No inheritance: pass what differs in.',
    }),
    'in-sources': forbidding({
      ExportDefaultDeclaration: 'Export by name.',
      'Program > VariableDeclaration[kind="let"], Program > ExportNamedDeclaration > VariableDeclaration[kind="let"]':
        'No module-level mutable state: let a class or a closure hold it.',
    }),
  },
};
