// The event log. It follows the newest line unless the reader has scrolled up.
import { duration } from "./format.js";

const mostLines = 500;
const log = document.getElementById("log");
const lines = log.querySelector("ol");

export const clearLog = () => lines.replaceChildren();

export const addLine = ({ elapsed, source, text }) => {
  const follows = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
  const line = document.createElement("li");
  line.append(part("time", "", duration(elapsed)), part("span", "source", source), part("span", "text", text));
  lines.append(line);
  if (lines.childElementCount > mostLines) lines.firstElementChild.remove();
  if (follows) log.scrollTop = log.scrollHeight;
};

const part = (name, style, text) => {
  const element = document.createElement(name);
  element.className = style;
  element.textContent = text;
  return element;
};
