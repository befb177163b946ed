// The servers' cards. A card stays the same element as long as its server lives, so that a focused button keeps the focus.
import { send } from "./controls.js";
import { duration } from "./format.js";

const list = document.getElementById("servers");
const leaving = document.getElementById("leaving-servers");
const template = document.getElementById("server");
const cards = new Map();

const leavesAs = { Terminating: "Leaving" };
const looks = { Healthy: "good", Unhealthy: "bad" };

export const showServers = servers => {
  const alive = new Set(servers.map(server => server.id));
  for (const [id, card] of cards) if (!alive.has(id)) remove(id, card);
  for (const server of servers) update(cards.get(server.id) ?? add(server), server);
  document.getElementById("leaving-part").hidden = leaving.childElementCount === 0;
};

const add = server => {
  const card = template.content.firstElementChild.cloneNode(true);
  card.querySelector("h3").textContent = server.id;
  card.querySelector(".zone").textContent = server.zone;
  card.querySelector(".version").textContent = server.templateVersion;
  for (const action of ["break", "hang"]) {
    const button = card.querySelector(`.${action}`);
    button.setAttribute("aria-label", `${button.textContent} ${server.id}`);
    button.addEventListener("click", () => send(button, `servers/${encodeURIComponent(server.id)}/${action}`));
  }
  cards.set(server.id, card);
  list.append(card);
  return card;
};

const update = (card, server) => {
  const inService = server.lifecycle === "InService";
  const badge = card.querySelector(".badge");
  badge.textContent = inService ? `In service, ${server.health.toLowerCase()}` : leavesAs[server.lifecycle] ?? server.lifecycle;
  badge.className = `badge ${inService ? looks[server.health] ?? "" : ""}`;
  card.querySelector(".age").textContent = duration(server.age);
  const leaves = server.lifecycle === "Terminating";
  if (leaves && card.parentElement === list) {
    handFocusOn(card);
    leaving.append(card);
  }
  for (const button of card.querySelectorAll("button")) button.disabled = leaves;
};

const remove = (id, card) => {
  handFocusOn(card);
  card.remove();
  cards.delete(id);
};

// A keyboard user must not be thrown back to the top of the page.
const handFocusOn = card => {
  if (card.contains(document.activeElement)) document.getElementById("group-title").focus();
};
