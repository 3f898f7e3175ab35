/* What a page can say: its passages (data-say), the units of each (what is lit as one) and where their clips are.
   The server has woven them into the page (speech/weave.py); nothing here knows a text that the page does not show. */

const root = document.documentElement;
const LAST = ".top .button-help, .bar"; // heard after the page itself, though Apua stands at its top
const PRESSED = "a, button, label, summary, dialog, input, select, textarea"; // a press there means something else

/* The spans of each unit: usually one; more where a tag stands inside the unit. */
export function unitsOf(passage) {
  const units = [];
  for (const span of passage.querySelectorAll(".w")) {
    if (span.classList.contains("w-more")) units[units.length - 1].push(span);
    else units.push([span]);
  }
  return units;
}

export const languageOf = (element) => element.closest("[lang]").lang;

/* Asked of its first word: the passage itself may have no box of its own (display: contents). */
function shown(passage) {
  const word = passage.querySelector(".w");
  return word.checkVisibility ? word.checkVisibility() : word.getClientRects().length > 0;
}

/* All that is shown on the page, in the order of reading. `apart` is the pressed button: it says what it does now. */
export function wholePage(apart) {
  const all = [...document.querySelectorAll("[data-say]")].filter((passage) => shown(passage) && !apart.contains(passage));
  const last = all.filter((passage) => passage.closest(LAST));
  return [...all.filter((passage) => !passage.closest(LAST)), ...last];
}

/* What the block around a listen link says, without the blocks that stand inside it. */
export function ofBlock(link) {
  const block = link.closest("[data-block]");
  const inside = block ? [...block.querySelectorAll("[data-say]")] : [];
  return inside.filter((passage) => passage.closest("[data-block]") === block && shown(passage));
}

/* The word under a press, if a press there means nothing else: { passage, unit }, the unit by its number. */
export function wordAt(target) {
  const span = target.closest(".w");
  if (!span || span.closest(PRESSED) || !getSelection().isCollapsed) return null;
  const passage = span.closest("[data-say]");
  return { passage, unit: unitsOf(passage).findIndex((spans) => spans.includes(span)) };
}

/* Where a file of a passage is ("0.mp3", "0.json"), at the speed and by the voice of the listener. */
export function addressOf(passage, file) {
  const { words, page, speed, voice } = root.dataset;
  const { say } = passage.dataset;
  const asked = new URLSearchParams({ speed });
  if (voice && voice !== "device") asked.set("voice", voice);
  if (say[0] === "?") return `${page}${page.includes("?") ? "&" : "?"}${asked}&say=${say.slice(1)}/${file}`;
  return `${say[0] === "/" ? say : `${words}/${say}`}/${file}?${asked}`;
}
