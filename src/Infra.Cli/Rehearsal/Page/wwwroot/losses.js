// The table of requests that failed, by what the stack was going through.
import { duration, number, percent } from "./format.js";

const table = document.getElementById("losses");
const none = document.getElementById("no-losses");

export const showLosses = losses => {
  table.hidden = losses.length === 0;
  none.hidden = losses.length > 0;
  table.tBodies[0].replaceChildren(...losses.map(row));
};

const row = loss => {
  const line = document.createElement("tr");
  line.append(...[loss.while, number(loss.failed), percent(loss.share), duration(loss.seconds), loss.promise].map(cell));
  return line;
};

const cell = text => {
  const element = document.createElement("td");
  element.textContent = text;
  return element;
};
