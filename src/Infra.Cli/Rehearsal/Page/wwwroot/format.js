// How the page writes times and numbers.
export const duration = seconds => {
  const whole = Math.max(0, Math.floor(seconds));
  const two = number => String(number).padStart(2, "0");
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
};

export const number = value => value >= 10 || Number.isInteger(value) ? Math.round(value).toLocaleString("en") : value.toFixed(1);

export const milliseconds = value => value === null ? "–" : `${number(value)} ms`;

export const percent = value => value === null ? "–" : `${number(value)} %`;
