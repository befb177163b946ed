// The plot over time. The server draws it, with what was there before this page; it is asked for anew every two seconds.
const frame = document.getElementById("plot");
let isAsked = false;
let span = "";

export const setPlotSpan = text => span = text;

export const showPlot = async () => {
  if (isAsked || document.hidden) return;
  isAsked = true;
  const picture = new Image();
  picture.src = `timeline.svg?width=${Math.floor(frame.clientWidth)}&at=${Date.now()}`;
  picture.alt = `Servers by state, load, CPU, requests for each server and failed requests over the past ${span} of AWS's time. `
    + "The numbers are above and below, and the log tells what happened.";
  try {
    // Not before it is there, or it would flicker.
    await picture.decode();
    frame.replaceChildren(picture);
  } catch {
    // The last one stays until the server answers.
  } finally {
    isAsked = false;
  }
};

setInterval(() => document.getElementById("connection").classList.contains("good") && showPlot(), 2000);
addEventListener("resize", showPlot);
