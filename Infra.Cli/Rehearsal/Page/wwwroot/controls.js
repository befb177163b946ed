// The buttons: each sends one request, and says so when it was refused.
import { number } from "./format.js";

const answer = document.getElementById("answer");
const load = document.getElementById("load");
const loadValue = document.getElementById("load-value");
const loadSet = document.getElementById("load-set");
const zones = new Map();

// What the reader has chosen but not yet set; null when the slider shows what is set.
let chosenLoad = null;

export const send = async (path, body) => {
  answer.textContent = "";
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) answer.textContent = await response.json().catch(() => `It was refused: ${response.status}.`);
  } catch {
    answer.textContent = "The rehearsal does not answer.";
  }
};

export const showControls = facts => {
  load.max = facts.maximumLoad;
  document.getElementById("content").hidden = !facts.takesContent;
  zones.clear();
  document.getElementById("zones").replaceChildren(...facts.zones.map(addZone));
};

// Shows what is set now, whoever has set it.
export const showSettings = view => {
  for (const [zone, row] of zones) showZone(zone, row, view.lostZones.includes(zone));
  if (chosenLoad === null) {
    load.value = view.load;
    loadValue.textContent = number(view.load);
  }
  loadSet.textContent = chosenLoad === null ? "" : `(${number(view.load)} now)`;
};

const addZone = zone => {
  const row = document.getElementById("zone").content.firstElementChild.cloneNode(true);
  const button = row.querySelector("button");
  row.querySelector(".name").textContent = zone;
  button.addEventListener("click", () => send(`zones/${encodeURIComponent(zone)}/${button.value}`));
  zones.set(zone, row);
  showZone(zone, row, false);
  return row;
};

const showZone = (zone, row, isLost) => {
  const button = row.querySelector("button");
  const text = isLost ? "Restore" : "Lose";
  row.querySelector(".badge").hidden = !isLost;
  button.textContent = text;
  button.value = text.toLowerCase();
  button.setAttribute("aria-label", `${text} ${zone}`);
};

const setLoad = async requestsPerSecond => {
  chosenLoad = requestsPerSecond;
  await send("load", { requestsPerSecond });
  chosenLoad = null;
};

load.addEventListener("input", () => {
  chosenLoad = load.valueAsNumber;
  loadValue.textContent = number(chosenLoad);
});
document.getElementById("load-form").addEventListener("submit", event => {
  event.preventDefault();
  setLoad(load.valueAsNumber);
});
document.getElementById("no-load").addEventListener("click", () => setLoad(0));
document.getElementById("roll").addEventListener("click", () => send("roll"));
document.getElementById("roll-broken").addEventListener("click", () => send("roll/broken"));
document.getElementById("upload").addEventListener("click", () => send("content"));
document.getElementById("upload-broken").addEventListener("click", () => send("content/broken"));
document.getElementById("roll-errors").addEventListener("click", () => send("roll/errors"));
