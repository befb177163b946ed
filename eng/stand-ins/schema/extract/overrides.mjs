import { Failure, lineAt } from "./failure.mjs";
import { readJson } from "./files.mjs";

const edits = {
  names: (spec, csharp) => { spec.language = { csharp: { name: csharp } }; },
  numbers: spec => { (spec.items ?? spec).type = "number"; },
  secrets: spec => { spec.secret = true; },
};
const sections = ["namespaces", "keep", ...Object.keys(edits)];

// Facts about one package that its Node SDK does not carry; each entry says why it is there.
export class Overrides {
  constructor(file, packageName) {
    const { text, value } = readJson(file);
    Object.assign(this, { file, text, packageName, rules: value[packageName] ?? {} });
    for (const [section, entries] of Object.entries(this.rules)) {
      if (!sections.includes(section)) this.#fail("unknown section", section, [section], sections, "rename or delete it");
      for (const [token, entry] of section === "namespaces" ? [] : Object.entries(entries))
        if (!entry?.properties || !entry.why) this.#fail("an entry needs 'properties' and 'why'", token, [section, token], [], "add both");
    }
  }

  namespace(module) {
    const namespaces = this.rules.namespaces ?? {};
    if (!(module in namespaces)) this.#fail("module without C# namespace", module, ["namespaces"], [], "add it under 'namespaces'");
    return namespaces[module];
  }

  // Edits the property bags of one resource, function or type in place.
  apply(token, bags) {
    for (const [section, edit] of Object.entries(edits))
      for (const [name, value] of this.#listed(section, token, bags))
        for (const bag of bags) if (name in bag) edit(bag[name], value);
    const kept = this.#listed("keep", token, bags).map(([name]) => name);
    for (const bag of kept.length > 0 ? bags : [])
      for (const name of Object.keys(bag)) if (!kept.includes(name)) delete bag[name];
  }

  // C# forbids a member named like its class, so such a property must have another name on record.
  checkNames(token, properties = {}) {
    for (const [name, spec] of Object.entries(properties))
      if ((spec.language?.csharp?.name ?? name).toLowerCase() === token.split(":")[2].toLowerCase())
        this.#fail(`property named like its C# class, ${token}`, name, ["names"], [], "give it a C# name under 'names'");
  }

  #listed(section, token, bags) {
    const properties = this.rules[section]?.[token]?.properties ?? [];
    const pairs = Array.isArray(properties) ? properties.map(name => [name]) : Object.entries(properties);
    const known = bags.flatMap(Object.keys);
    for (const [name] of pairs)
      if (!known.includes(name))
        this.#fail(`'${section}' names a property that ${token} lacks`, name, [section, token, name], known, "correct or delete it");
    return pairs;
  }

  // The line is found by walking the keys in order, since one name may stand in several sections.
  #fail(rule, value, path, known, mend) {
    const step = (from, name) => Math.max(this.text.indexOf(`"${name}"`, from), from);
    const line = lineAt(this.text, [this.packageName, ...path].reduce(step, 0));
    throw new Failure({ file: this.file, line, rule, value, known, mend });
  }
}
