/* The word that is being said has a light. It comes into view only when it was hidden, and without any movement for
   those who asked for less of it. */

import { unitsOf } from "./passages.js";

const still = matchMedia("(prefers-reduced-motion: reduce)");
const root = document.documentElement;
let lit = [];
let shown = ""; // which passage of the page and which units of it, as told in data-reading

const numberOf = (passage) => [...document.querySelectorAll("[data-say]")].indexOf(passage);

/* The lower edge of what is seen: what is under the bar is hidden too. */
function floor(span) {
  const bar = document.querySelector(".bar");
  return bar && !bar.contains(span) ? Math.min(innerHeight, bar.getBoundingClientRect().top) : innerHeight;
}

function bringIntoView(span) {
  const { top, bottom } = span.getBoundingClientRect();
  if (top >= 0 && bottom <= floor(span)) return;
  if (!still.matches) span.scrollIntoView({ block: "center", behavior: "smooth" });
}

/* Light the units from `first` to `last` of a passage, and nothing else. */
export function light(passage, first, last = first) {
  const place = `${numberOf(passage)}:${first}${last > first ? `-${last}` : ""}`;
  if (place === shown) return;
  darken();
  shown = place;
  lit = unitsOf(passage).slice(first, last + 1).flat();
  for (const span of lit) span.classList.add("lit");
  root.dataset.reading = place;
  if (lit.length) bringIntoView(lit[0]);
  document.dispatchEvent(new Event("listening")); // a shared device sees that somebody is still here
}

export function darken() {
  for (const span of lit) span.classList.remove("lit");
  lit = [];
  shown = "";
  delete root.dataset.reading;
}
