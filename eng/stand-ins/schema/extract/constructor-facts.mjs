import ts from "typescript";

const literals = new Map([[ts.SyntaxKind.TrueKeyword, true], [ts.SyntaxKind.FalseKeyword, false]]);

// What only the compiled constructor shows: defaults, environment variables, secrets, former tokens.
export function constructorFacts(source) {
  const facts = { inputs: {}, secretOutputs: [], aliases: [] };
  visitAll(source, node => {
    if (isInputAssignment(node)) Object.assign((facts.inputs[node.left.argumentExpression.text] ??= {}), inputFacts(node.right));
    if (!ts.isPropertyAssignment(node)) return;
    if (node.name.text === "additionalSecretOutputs") facts.secretOutputs = texts(node.initializer.elements);
    if (node.name.text === "aliases") facts.aliases = aliasTypes(node.initializer.elements);
  });
  return facts;
}

function isInputAssignment(node) {
  return ts.isBinaryExpression(node) && ts.isElementAccessExpression(node.left) && node.left.expression.text === "resourceInputs";
}

function inputFacts(expression) {
  const facts = {};
  visitAll(expression, node => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
      const value = literalOf(node.right);
      if (value !== undefined) facts.default = value;
    }
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
    const name = node.expression.name.text;
    if (name === "secret") facts.secret = true;
    if (name.startsWith("getEnv")) facts.defaultInfo = { environment: texts(node.arguments) };
  });
  return facts;
}

function aliasTypes(aliases) {
  return [...new Set(aliases.map(alias => alias.properties[0].initializer.text))];
}

function literalOf(node) {
  if (ts.isNumericLiteral(node)) return Number(node.text);
  return ts.isStringLiteral(node) ? node.text : literals.get(node.kind);
}

function texts(nodes) {
  return nodes.map(node => node.text);
}

function visitAll(node, action) {
  action(node);
  ts.forEachChild(node, child => visitAll(child, action));
}
