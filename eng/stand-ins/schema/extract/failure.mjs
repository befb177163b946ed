// A mistake in what the user wrote or installed: one line, no stack trace. Anything else that escapes is a defect here.
export class Failure extends Error {
  constructor({ file, line = 1, rule, value, known = [], mend }) {
    const near = nearest(value, known);
    super(`${file}:${line}: ${rule}: '${value}'${near ? ` (nearest: '${near}')` : ""}; ${mend}`);
  }
}

export function lineAt(text, index) {
  return text.slice(0, Math.max(index, 0)).split("\n").length;
}

function nearest(value, known) {
  const ranked = known.filter(candidate => candidate !== value).map(candidate => ({ candidate, distance: editDistance(value, candidate) }));
  return ranked.sort((left, right) => left.distance - right.distance)[0]?.candidate;
}

function editDistance(left, right) {
  let row = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (const [i, character] of [...left].entries()) {
    const next = [i + 1];
    for (let j = 0; j < right.length; j++)
      next.push(Math.min(row[j] + (character === right[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1));
    row = next;
  }
  return row.at(-1);
}
