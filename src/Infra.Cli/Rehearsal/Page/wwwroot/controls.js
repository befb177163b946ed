// The buttons: each sends one request, and says what has become of it.
import { number } from "./format.js";

const answer = document.getElementById("answer");
const load = document.getElementById("load");
const loadValue = document.getElementById("load-value");
const loadSet = document.getElementById("load-set");
const rolling = document.getElementById("rolling");
const zones = new Map();
const marks = new WeakMap();

// What the reader has chosen but not yet set; null when the slider shows what is set.
let chosenLoad = null;

// The button says what has become of it, and the line below says it in words.
export const send = async (button, path, body) => {
  if (button.dataset.answer === "busy") return;
  const name = button.ariaLabel ?? button.textContent;
  say(button, "busy", `${name}: under way.`);
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = response.status === 204 ? "" : await response.json().catch(() => `${response.status}.`);
    if (response.ok) say(button, "done", text === "" ? `${name}: done.` : `${name}: ${text}`);
    else say(button, "refused", `${name} was refused: ${text}`);
  } catch {
    say(button, "refused", `${name}: the rehearsal does not answer.`);
  }
};

const say = (button, state, text) => {
  answer.textContent = text;
  answer.dataset.answer = state;
  clearTimeout(marks.get(button));
  button.dataset.answer = state;
  if (state !== "busy") marks.set(button, setTimeout(() => delete button.dataset.answer, 3000));
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
  rolling.hidden = !view.isRolling;
  rolling.textContent = view.isGoingBack ? "Going back" : "Under way";
  loadSet.textContent = chosenLoad === null ? "" : `(${number(view.load)} now)`;
};

const addZone = zone => {
  const row = document.getElementById("zone").content.firstElementChild.cloneNode(true);
  const button = row.querySelector("button");
  row.querySelector(".name").textContent = zone;
  button.addEventListener("click", () => send(button, `zones/${encodeURIComponent(zone)}/${button.value}`));
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

const setLoad = async (button, requestsPerSecond) => {
  chosenLoad = requestsPerSecond;
  await send(button, "load", { requestsPerSecond });
  chosenLoad = null;
};

load.addEventListener("input", () => {
  chosenLoad = load.valueAsNumber;
  loadValue.textContent = number(chosenLoad);
});
document.getElementById("load-form").addEventListener("submit", event => {
  event.preventDefault();
  setLoad(document.getElementById("set-load"), load.valueAsNumber);
});
document.getElementById("no-load").addEventListener("click", event => setLoad(event.currentTarget, 0));
for (const [id, path] of Object.entries({
  "roll": "roll",
  "roll-broken": "roll/broken",
  "roll-errors": "roll/errors",
  "upload": "content",
  "upload-broken": "content/broken",
})) document.getElementById(id).addEventListener("click", event => send(event.currentTarget, path));
