// Reads the stream of the rehearsal and shows it.
import { Chart } from "./chart.js";
import { showControls, showSettings } from "./controls.js";
import { duration, milliseconds, number, percent } from "./format.js";
import { addLine, clearLog } from "./log.js";
import { showLosses } from "./losses.js";
import { setPlotSpan, showPlot } from "./plot.js";
import { showServers } from "./servers.js";

const at = id => document.getElementById(id);
const say = (id, text) => at(id).textContent = text;
const charts = {
  requests: new Chart(at("requests-chart"), 10),
  latency: new Chart(at("latency-chart"), 10),
  errors: new Chart(at("errors-chart"), 1),
  cpu: new Chart(at("cpu-chart"), 100),
};
const chartNames = {
  requests: "Requests a second",
  latency: "99th percentile of the latency",
  errors: "Errors a second",
  cpu: "Average CPU of the group",
};
let facts;
let drawnAt = 0;

const showFacts = news => {
  facts = news;
  document.title = `infra rehearse ${facts.stack}`;
  say("stack", facts.stack);
  say("speed", number(facts.speed));
  link("https", facts.httpsUrl);
  link("http", facts.httpUrl);
  say("redirect", facts.httpUrl === null ? "no listener" : facts.redirectStatusCode === null ? "" : ` answers ${facts.redirectStatusCode}, to HTTPS`);
  say("tls-policy", facts.tlsPolicy ?? "none");
  say("health-check", facts.healthCheck);
  say("servers-are", facts.servers);
  say("cpu-target", facts.cpuTarget === null ? "no target" : `target ${percent(facts.cpuTarget)}`);
  say("assumed", `Assumed, since no stack declares it: a server answers ${number(facts.bootSeconds)} s after its launch, ` +
    `${number(facts.capacityPerServer)} requests a second take all of its processor time, ` +
    `and the load comes from ${number(facts.addresses)} addresses.`);
  const span = duration(facts.speed * 120);
  setPlotSpan(span);
  for (const [name, chart] of Object.entries(charts)) {
    chart.clear();
    at(`${name}-chart`).setAttribute("aria-label", `${chartNames[name]} over the past ${span} of AWS's time`);
  }
  showControls(facts);
  showPlot();
};

const showHistory = points => {
  for (const point of points) push(point, point.secondsAgo);
};

const link = (id, url) => {
  if (url === null) return;
  at(id).href = url;
  say(id, url);
};

const showView = view => {
  say("elapsed", duration(view.elapsed));
  say("requests", number(view.requestsPerSecond));
  say("blocked", view.blockedPerSecond > 0 ? `${number(view.blockedPerSecond)} blocked` : "");
  showFirewall(view.blocking);
  say("p99", milliseconds(view.latency99));
  say("median", `median ${milliseconds(view.medianLatency)}`);
  say("errors", number(view.errorsPerSecond));
  say("errors-in-all", `${number(view.errors)} in all`);
  say("cpu", percent(view.cpu));
  say("capacity", view.capacity);
  say("leaving", view.leaving);
  say("most-running", view.mostRunning);
  say("ceiling", view.maxSize);
  say("healthy", view.healthy);
  say("desired", view.desiredCapacity);
  say("minimum", view.minSize);
  say("maximum", view.maxSize);
  say("highest", view.highestCapacity);
  at("errors").classList.toggle("bad", view.errorsPerSecond > 0);
  at("highest").classList.toggle("bad", view.highestCapacity > view.maxSize);
  showLosses(view.losses);
  showSettings(view);
  showServers(view.servers);
  draw(view);
};

const showFirewall = blocking => {
  const text = blocking === null ? "" : `The firewall blocks the load: ${blocking}`;
  at("firewall").hidden = text === "";
  if (at("firewall").textContent !== text) say("firewall", text);
};

const draw = view => {
  // Once a second is as much as 200 points of width can show.
  if (performance.now() - drawnAt < 900) return;
  drawnAt = performance.now();
  push(view);
};

const push = (point, secondsAgo) => {
  charts.requests.push(point.requestsPerSecond, null, secondsAgo);
  charts.latency.push(point.latency99, null, secondsAgo);
  charts.errors.push(point.errorsPerSecond, null, secondsAgo);
  charts.cpu.push(point.cpu, facts.cpuTarget, secondsAgo);
};

const connected = () => {
  clearLog();
  at("banner").hidden = true;
  setState("Live", "good");
};

const disconnected = text => {
  say("banner", text);
  at("banner").hidden = false;
  setState("Stopped", "");
};

const setState = (text, look) => {
  const badge = at("connection");
  badge.textContent = text;
  badge.className = `badge ${look}`;
  for (const control of document.querySelectorAll("button, input")) control.disabled = look !== "good";
};

const stream = new EventSource("events");
stream.addEventListener("open", connected);
stream.addEventListener("facts", event => showFacts(JSON.parse(event.data)));
stream.addEventListener("history", event => showHistory(JSON.parse(event.data)));
stream.addEventListener("view", event => showView(JSON.parse(event.data)));
stream.addEventListener("log", event => addLine(JSON.parse(event.data)));
stream.addEventListener("end", () => {
  stream.close();
  disconnected(`The rehearsal has ended: this is its last moment. Run 'infra rehearse ${facts.stack}' for another.`);
});
stream.addEventListener("error", () => disconnected("The rehearsal does not answer: this is the last moment known. The page goes on when it does."));
