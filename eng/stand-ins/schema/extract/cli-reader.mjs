import { execFileSync } from "node:child_process";
import { Failure } from "./failure.mjs";

// The published schema itself, for machines that have the Pulumi CLI; the subset writer drops what it does not need.
export class CliReader {
  constructor(name, version, manifest) {
    const value = `${name}@${version}`;
    this.name = name;
    this.origin = `the schema of ${value}`;
    try {
      this.schema = JSON.parse(execFileSync("pulumi", ["package", "get-schema", value], { maxBuffer: 2 ** 30, encoding: "utf8" }));
    } catch (error) {
      const [cause] = error.message.split("\n");
      throw new Failure({ ...manifest, rule: `pulumi package get-schema failed (${cause})`, value, mend: "run without --from-cli" });
    }
    if (this.schema.version !== version)
      throw new Failure({ ...manifest, rule: `the CLI has another ${name}`, value: `${this.schema.version}`, mend: `install ${value}` });
    const { resources = {}, functions = {} } = this.schema;
    this.tokens = [`pulumi:providers:${name}`, ...Object.keys(resources), ...Object.keys(functions)];
  }

  declares(token) {
    return this.tokens.includes(token);
  }

  resource(token) {
    return token.startsWith("pulumi:") ? this.schema.provider : this.schema.resources[token];
  }

  func(token) {
    return this.schema.functions[token];
  }

  type(token) {
    return this.schema.types[token];
  }
}
