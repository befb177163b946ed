import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { CliReader } from "./cli-reader.mjs";
import { Failure, lineAt } from "./failure.mjs";
import { readJson, replaceAll } from "./files.mjs";
import { NpmReader } from "./npm-reader.mjs";
import { Overrides } from "./overrides.mjs";
import { stableJson } from "./stable-json.mjs";
import { subset } from "./subset.mjs";
import { readTokens } from "./token-list.mjs";

// Paths stay relative, so that messages name files as seen from the folder that holds the lists.
process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

try {
  const [option] = process.argv.slice(2);
  if (option !== undefined && option !== "--from-cli")
    throw new Failure({ file: "update", rule: "unknown option", value: option, known: ["--from-cli"], mend: "use it or give none" });
  const Reader = option ? CliReader : NpmReader;
  replaceAll(["aws", "tls"].map(name => [`${name}.json`, stableJson(extract(name, Reader))]));
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function extract(name, Reader) {
  const file = "extract/package.json";
  const { text, value } = readJson(file);
  const version = value.dependencies[`@pulumi/${name}`];
  const reader = new Reader(name, version, { file, line: lineAt(text, text.indexOf(`@pulumi/${name}`)) });
  return subset(reader, readTokens(`${name}.txt`, reader), new Overrides("overrides.json", name), version);
}
