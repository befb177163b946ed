const width = 120;

// Keys sorted and whatever fits on one line kept there: the same schema gives the same bytes, and a diff stays readable.
export function stableJson(value) {
  return `${render(value, "", 0)}\n`;
}

// `taken` counts what stands on the line around the value: its key and a comma.
function render(value, indent, taken) {
  if (typeof value !== "object") return JSON.stringify(value);
  const inner = `${indent}  `;
  const [open, close, rows, gap] = Array.isArray(value)
    ? ["[", "]", value.map(item => ["", item]), ""]
    : ["{", "}", Object.keys(value).sort().map(key => [`${JSON.stringify(key)}: `, value[key]]), " "];
  if (rows.length === 0) return open + close;
  const parts = rows.map(([key, item]) => key + render(item, inner, key.length + 1));
  const short = `${open}${gap}${parts.join(", ")}${gap}${close}`;
  const fits = !short.includes("\n") && indent.length + taken + short.length <= width;
  return fits ? short : `${open}\n${parts.map(part => inner + part).join(",\n")}\n${indent}${close}`;
}
