import { readFileSync, renameSync, writeFileSync } from "node:fs";
import ts from "typescript";
import { Failure, lineAt } from "./failure.mjs";

export function readText(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Failure({ file, rule: "cannot be read", value: error.code, mend: "restore the file" });
  }
}

// The TypeScript parser, because JSON.parse does not say on which line it stopped.
export function readJson(file) {
  const text = readText(file);
  const { config, error } = ts.parseConfigFileTextToJson(file, text);
  if (!error) return { text, value: config };
  const value = ts.flattenDiagnosticMessageText(error.messageText, " ");
  throw new Failure({ file, line: lineAt(text, error.start), rule: "not valid JSON", value, mend: "correct the syntax" });
}

// All contents are on disk before the first rename, so a failed run leaves the old files untouched.
export function replaceAll(contents) {
  for (const [file, text] of contents) writeFileSync(`${file}.new`, text);
  for (const [file] of contents) renameSync(`${file}.new`, file);
}
