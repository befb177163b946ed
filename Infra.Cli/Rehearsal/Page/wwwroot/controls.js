// The buttons: each sends one request, and says so when it was refused.
const answer = document.getElementById("answer");

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
  const load = document.getElementById("load");
  load.max = facts.maximumLoad;
  document.getElementById("zones").replaceChildren(...facts.zones.map(zoneRow));
};

const zoneRow = zone => {
  const row = document.createElement("li");
  const name = document.createElement("span");
  name.textContent = zone;
  const buttons = document.createElement("span");
  buttons.className = "buttons";
  buttons.append(zoneButton("Lose", "lose", zone), zoneButton("Restore", "restore", zone));
  row.append(name, buttons);
  return row;
};

const zoneButton = (text, action, zone) => {
  const button = document.createElement("button");
  button.textContent = text;
  button.setAttribute("aria-label", `${text} ${zone}`);
  button.addEventListener("click", () => send(`zones/${encodeURIComponent(zone)}/${action}`));
  return button;
};

const setLoad = requestsPerSecond => {
  const load = document.getElementById("load");
  load.value = requestsPerSecond;
  document.getElementById("load-value").textContent = load.value;
  send("load", { requestsPerSecond: Number(load.value) });
};

document.getElementById("load").addEventListener("input", event => document.getElementById("load-value").textContent = event.target.value);
document.getElementById("load-form").addEventListener("submit", event => {
  event.preventDefault();
  setLoad(document.getElementById("load").value);
});
document.getElementById("no-load").addEventListener("click", () => setLoad(0));
document.getElementById("roll").addEventListener("click", () => send("roll"));
