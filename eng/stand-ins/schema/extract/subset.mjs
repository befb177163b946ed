const bagKeys = ["properties", "inputProperties"];
const keys = new Set([
  ...bagKeys, "required", "requiredInputs", "stateInputs", "inputs", "outputs", "aliases", "enum", "name", "value",
  "type", "items", "additionalProperties", "$ref", "oneOf", "secret", "default", "defaultInfo", "environment", "plain",
  "deprecationMessage", "language", "csharp", "nodejs", "requiredOutputs",
]);

// The listed resources and functions plus every type they reach, without descriptions.
export function subset(reader, tokens, overrides, version) {
  const schema = { name: reader.name, version, resources: {}, functions: {}, types: {} };
  const pending = [];
  const take = (token, raw) => {
    const entry = strip(raw);
    const bags = partsOf(entry).flatMap(part => bagKeys.map(key => part[key]).filter(Boolean));
    overrides.apply(token, bags);
    overrides.checkNames(token, entry.properties);
    alignRequired(entry);
    pending.push(...bags.flatMap(references));
    return entry;
  };

  for (const token of tokens) {
    if (token.startsWith("pulumi:")) schema.provider = take(token, reader.resource(token));
    else if (/:[a-z]\w*$/.test(token)) schema.functions[token] = take(token, reader.func(token));
    else schema.resources[token] = take(token, reader.resource(token));
  }
  while (pending.length > 0) {
    const token = pending.pop();
    schema.types[token] ??= take(token, reader.type(token));
  }
  const modules = [schema.resources, schema.functions, schema.types].flatMap(Object.keys).map(token => token.split(/[:/]/)[1]);
  const namespaces = Object.fromEntries(modules.map(module => [module, overrides.namespace(module)]));
  return { ...schema, language: { csharp: { namespaces } } };
}

// Inside a bag the keys are property names, so a property called "description" stays and a description goes.
function strip(node, isBag = false) {
  if (Array.isArray(node)) return node.map(item => strip(item));
  if (typeof node !== "object" || node === null) return node;
  const kept = Object.entries(node)
    .filter(([key]) => isBag || keys.has(key))
    .map(([key, value]) => [key, strip(value, !isBag && bagKeys.includes(key))]);
  // Settings for languages other than these two leave an empty "language" behind.
  return Object.fromEntries(kept.filter(([key, value]) => isBag || key !== "language" || Object.keys(value).length > 0));
}

function partsOf(entry) {
  return [entry, entry.stateInputs, entry.inputs, entry.outputs].filter(Boolean);
}

function references(node) {
  if (typeof node !== "object" || node === null) return [];
  const own = node.$ref?.startsWith?.("#/types/") ? [node.$ref.slice("#/types/".length)] : [];
  return [...own, ...Object.values(node).flatMap(references)];
}

// A pruned property must not stay behind in a list of required ones.
function alignRequired(entry) {
  const align = (holder, list, bag) => { if (holder && bag) holder[list] = (holder[list] ?? []).filter(name => name in bag).sort(); };
  for (const part of [entry, entry.inputs, entry.outputs]) align(part, "required", part?.properties);
  align(entry, "requiredInputs", entry.inputProperties);
  align(entry.language?.nodejs, "requiredOutputs", entry.properties);
}
