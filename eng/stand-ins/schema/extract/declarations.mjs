import { basename } from "node:path";
import ts from "typescript";
import { Failure, lineAt } from "./failure.mjs";
import { readText } from "./files.mjs";

const scalars = new Map([
  [ts.SyntaxKind.StringKeyword, { type: "string" }],
  [ts.SyntaxKind.BooleanKeyword, { type: "boolean" }],
  // TypeScript has one number type; overrides.json lists the few that are floating-point.
  [ts.SyntaxKind.NumberKeyword, { type: "integer" }],
  [ts.SyntaxKind.AnyKeyword, { $ref: "pulumi.json#/Any" }],
]);

// With parents, for TypeScript looks for a comment's tags from the outside in.
export function parse(file) {
  return ts.createSourceFile(file, readText(file), ts.ScriptTarget.Latest, true);
}

const isNamed = node => [ts.isInterfaceDeclaration, ts.isClassDeclaration, ts.isFunctionDeclaration].some(is => is(node));

// Interfaces, classes, functions and constants by their path through the namespaces, such as "lb.ListenerDefaultAction".
export function indexByName(statements, prefix = "", index = new Map()) {
  for (const statement of statements) {
    if (ts.isModuleDeclaration(statement)) indexByName(statement.body.statements, `${prefix}${statement.name.text}.`, index);
    else if (ts.isVariableStatement(statement))
      for (const constant of statement.declarationList.declarations) index.set(prefix + constant.name.text, constant);
    else if (isNamed(statement)) index.set(prefix + statement.name.text, statement);
  }
  return index;
}

// The data members of a class or interface as property specs, required unless marked `?` or `| undefined`.
export function members(declaration, source, packageName) {
  const properties = {}, required = [];
  for (const member of declaration.members.filter(each => ts.isPropertySignature(each) || ts.isPropertyDeclaration(each))) {
    properties[member.name.text] = { ...specOf(member.type, source, packageName), ...deprecation(member) };
    if (!member.questionToken && !admitsUndefined(member.type)) required.push(member.name.text);
  }
  return { properties, required };
}

// The message of a declaration's @deprecated, as a schema has it.
export function deprecation(declaration) {
  const tag = ts.getJSDocDeprecatedTag(declaration);
  return tag && { deprecationMessage: ts.getTextOfJSDocComment(tag.comment) };
}

function specOf(node, source, packageName) {
  const recurse = inner => specOf(inner, source, packageName);
  if (scalars.has(node.kind)) return { ...scalars.get(node.kind) };
  if (ts.isArrayTypeNode(node)) return { type: "array", items: recurse(node.elementType) };
  if (ts.isUnionTypeNode(node)) return unionOf(node.types.filter(type => !isUndefined(type)).map(recurse));
  if (ts.isTypeLiteralNode(node) && ts.isIndexSignatureDeclaration(node.members[0]))
    return { type: "object", additionalProperties: recurse(node.members[0].type) };
  if (ts.isTypeReferenceNode(node)) {
    const name = node.typeName.getText(source);
    if (name === "pulumi.Input" || name === "pulumi.Output") return recurse(node.typeArguments[0]);
    if (name === "pulumi.asset.Asset" || name === "pulumi.asset.Archive") return { $ref: "pulumi.json#/Asset" };
    const [, origin, module = "index", type] = /^(inputs|outputs|enums)\.(?:(\w+)\.)?(\w+)$/.exec(name) ?? [];
    if (origin) return { $ref: `#/types/${packageName}:${module}/${type}:${type}` };
    // A resource class in a union stands for its id or ARN, which is a plain string in every other language.
    if (!name.includes(".")) return { type: "string" };
  }
  const at = { file: basename(source.fileName), line: lineAt(source.text, node.getStart(source)), value: node.getText(source) };
  throw new Failure({ ...at, rule: "no property spec for this TypeScript type", mend: "teach it to declarations.mjs" });
}

function unionOf(specs) {
  const distinct = [...new Map(specs.map(spec => [JSON.stringify(spec), spec])).values()];
  return distinct.length === 1 ? distinct[0] : { oneOf: distinct };
}

function admitsUndefined(node) {
  return ts.isUnionTypeNode(node) ? node.types.some(isUndefined) : (node.typeArguments ?? []).some(admitsUndefined);
}

function isUndefined(node) {
  return node.kind === ts.SyntaxKind.UndefinedKeyword;
}
