// A small line chart of the last two minutes, drawn into an SVG element.
const span = 120_000;
const width = 200;
const height = 50;

export class Chart {
  #svg;
  #points = [];
  #least;

  // least: the value that the axis reaches at least, so that noise around 0 does not look like a peak.
  constructor(svg, least) {
    this.#svg = svg;
    this.#least = least;
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    svg.setAttribute("preserveAspectRatio", "none");
    this.base = this.#add("line", "chart-base", { x1: 0, x2: width, y1: height, y2: height });
    this.area = this.#add("path", "chart-area");
    this.line = this.#add("path", "chart-line");
    this.target = this.#add("line", "chart-target", { x1: 0, x2: width, visibility: "hidden" });
  }

  // value: null where there is none; secondsAgo: for what has been seen before the page was opened.
  push(value, target, secondsAgo = 0) {
    const now = performance.now();
    this.#points.push({ at: now - secondsAgo * 1000, value });
    while (this.#points.length > 0 && this.#points[0].at < now - span) this.#points.shift();

    const known = this.#points.filter(point => point.value !== null);
    const highest = Math.max(this.#least, target ?? 0, ...known.map(point => point.value)) * 1.1;
    const x = at => ((at - now + span) / span * width).toFixed(1);
    const y = of => (height - of / highest * height).toFixed(1);
    const path = known.map(point => `${x(point.at)},${y(point.value)}`).join("L");
    this.line.setAttribute("d", path && `M${path}`);
    this.area.setAttribute("d", path && `M${x(known[0].at)},${height}L${path}L${x(known.at(-1).at)},${height}Z`);
    if (target !== undefined && target !== null) {
      this.target.setAttribute("y1", y(target));
      this.target.setAttribute("y2", y(target));
      this.target.setAttribute("visibility", "visible");
    }
  }

  clear() {
    this.#points = [];
  }

  #add(name, style, attributes = {}) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    element.setAttribute("class", style);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    this.#svg.append(element);
    return element;
  }
}
