import { readdirSync } from "node:fs";
import { join } from "node:path";
import { constructorFacts } from "./constructor-facts.mjs";
import { deprecation, indexByName, members, parse } from "./declarations.mjs";
import { Failure } from "./failure.mjs";
import { readJson } from "./files.mjs";

// Rebuilds schema entries from a published Node SDK: declarations give the shape, compiled code gives defaults and secrets.
export class NpmReader {
  constructor(name, version, manifest) {
    this.name = name;
    this.origin = `@pulumi/${name} ${version}`;
    this.root = join("extract", "node_modules", "@pulumi", name);
    const installed = readJson(join(this.root, "package.json")).value.version;
    if (installed !== version)
      throw new Failure({ ...manifest, rule: `${this.origin} is not what is installed`, value: installed, mend: "run ./update" });
    this.tokens = [`pulumi:providers:${name}`, ...this.#listTokens()];
    this.inputTypes = this.#declarations("types/input");
    this.outputTypes = this.#declarations("types/output");
  }

  // Helper modules lie among the resources, so a file by that name is not enough.
  declares(token) {
    const [path, name] = splitToken(token);
    const { index } = this.#declarations(path);
    return index.has(`${name}Args`) || index.has(`${upperFirst(name)}Result`);
  }

  resource(token) {
    const [path, name] = splitToken(token);
    const declarations = this.#declarations(path);
    const [outputs, inputs, state] = ["", "Args", "State"].map(suffix => this.#membersOf(declarations, name + suffix));
    const facts = constructorFacts(parse(join(this.root, `${path}.js`)));
    for (const [input, found] of Object.entries(facts.inputs)) Object.assign(inputs.properties[input] ?? {}, found);
    // The C# State class wraps the same secrets, although the constructor's state branch does not show it.
    for (const secret of facts.secretOutputs)
      for (const bag of [outputs.properties, state?.properties]) if (bag && secret in bag) bag[secret].secret = true;
    return {
      ...(facts.aliases.length > 0 && { aliases: facts.aliases.map(type => ({ type })) }),
      ...deprecation(declarations.index.get(name)),
      ...outputs,
      inputProperties: inputs.properties,
      requiredInputs: inputs.required,
      ...(state && { stateInputs: { type: "object", properties: state.properties } }),
    };
  }

  func(token) {
    const [path, name] = splitToken(token);
    const declarations = this.#declarations(path);
    const [inputs, outputs] = ["Args", "Result"].map(suffix => this.#membersOf(declarations, upperFirst(name) + suffix));
    return {
      ...deprecation(declarations.index.get(name)),
      ...(inputs && { inputs: { type: "object", ...inputs } }),
      ...(outputs && { outputs: { type: "object", ...outputs } }),
    };
  }

  type(token) {
    const name = splitToken(token)[0].replace("/", ".");
    const input = this.#membersOf(this.inputTypes, name), output = this.#membersOf(this.outputTypes, name);
    if (!input && !output) return this.#enumeration(token);
    return {
      type: "object",
      properties: { ...output?.properties, ...input?.properties },
      required: (input ?? output).required,
      ...(input && output && { language: { nodejs: { requiredOutputs: output.required } } }),
    };
  }

  #enumeration(token) {
    const [path, name] = splitToken(token);
    const { index } = this.#declarations(join("types", "enums", path, "..", "index"));
    const values = index.get(name).type.members.map(
      member => ({ name: member.name.text, value: member.type.literal.text, ...deprecation(member) }));
    return { type: "string", enum: values };
  }

  #membersOf({ index, source }, name) {
    const declaration = index.get(name);
    return declaration && members(declaration, source, this.name);
  }

  #declarations(path) {
    const source = parse(join(this.root, `${path}.d.ts`));
    return { source, index: indexByName(source.statements) };
  }

  // File names are tokens: ec2/vpc.d.ts declares class Vpc, ec2/getAmi.d.ts function getAmi.
  #listTokens() {
    return readdirSync(this.root, { recursive: true }).flatMap(file => {
      const [, module = "index", name] = /^(?:(\w+)[/\\])?(\w+)\.d\.ts$/.exec(file) ?? [];
      if (!name || name === "index" || module === "types") return [];
      return [`${this.name}:${module}/${name}:${/^get[A-Z]/.test(name) ? name : upperFirst(name)}`];
    });
  }
}

// "aws:ec2/vpc:Vpc" stands in file ec2/vpc, "aws:index/getRegion:getRegion" in getRegion.
function splitToken(token) {
  if (token.startsWith("pulumi:")) return ["provider", "Provider"];
  const [, path, name] = token.split(":");
  return [path.replace(/^index\//, ""), name];
}

function upperFirst(name) {
  return name[0].toUpperCase() + name.slice(1);
}
