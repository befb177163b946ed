// Prints the grade that Mozilla's HTTP Observatory gives a site on this machine; exits 1 if it is not the best. See ./run.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { Socket } from "node:net";

const [stack, http, https] = process.argv.slice(2);
const folder = new URL("node_modules/@mdn/mdn-http-observatory/", import.meta.url);
const { version } = JSON.parse(readFileSync(new URL("package.json", folder)));

// The package downloads the browsers' list of names with HSTS when it is installed. The rehearsal's name is on no such list.
const preloaded = new URL("conf/hsts-preload.json", folder);
if (!existsSync(preloaded))
    writeFileSync(preloaded, "{}");

// It asks a name at the ports 80 and 443, which only root may listen at. These are the rehearsal's.
const ports = { 80: new URL(http).port, 443: new URL(https).port };
const connect = Socket.prototype.connect;
Socket.prototype.connect = function (...args) {
    const [options] = Array.isArray(args[0]) ? args[0] : args;
    options.port = ports[options.port] ?? options.port;
    return connect.apply(this, args);
};

const { scan } = await import(new URL("src/index.js", folder));
const { scan: found, tests } = await scan(new URL(https).hostname);
for (const [name, { pass, result, scoreModifier }] of Object.entries(tests))
    console.log(`${pass ? "pass" : "FAIL"}  ${name}: ${result}, ${scoreModifier} points`);
console.log(`${stack}: ${found.grade}, ${found.score} points, ${found.testsPassed} of ${found.testsQuantity} tests pass `
    + `(@mdn/mdn-http-observatory ${version}, algorithm ${found.algorithmVersion})`);
process.exit(found.grade === "A+" ? 0 : 1);
