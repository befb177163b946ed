import { Failure } from "./failure.mjs";
import { readText } from "./files.mjs";

export function readTokens(file, reader) {
  const known = new Set(reader.tokens), tokens = new Map();
  for (const [index, text] of readText(file).split("\n").entries()) {
    const value = text.replace(/#.*/, "").trim();
    if (value === "") continue;
    const here = { file, line: index + 1, value };
    if (tokens.has(value)) throw new Failure({ ...here, rule: `listed on line ${tokens.get(value)} too`, mend: "delete one of the two" });
    if (!known.has(value) || !reader.declares(value))
      throw new Failure({ ...here, rule: `no token of ${reader.origin}`, known: reader.tokens, mend: "correct or delete it" });
    tokens.set(value, here.line);
  }
  if (tokens.size === 0) throw new Failure({ file, rule: "lists no token", value: "", mend: "list what to keep" });
  return [...tokens.keys()];
}
