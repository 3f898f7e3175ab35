/* A second tap of a trembling hand must not press what has just come under the finger: for a moment after the page
   is drawn, or is brought back by Takaisin, presses do nothing. Keys too: they tremble as well. */

const TOO_SOON = 700; // milliseconds, as in kernel/forms.py

export default function start() {
  const drawn = performance.getEntriesByName("first-contentful-paint")[0];
  let armed = (drawn ? drawn.startTime : performance.now()) + TOO_SOON;
  addEventListener("pageshow", (event) => {
    if (event.persisted) armed = performance.now() + TOO_SOON;
  });
  const drop = (event) => {
    if (performance.now() >= armed) return;
    if (event.type === "click" && !event.target.closest(".press, [type=submit]")) return; // fields and jumps stay free
    event.preventDefault();
    event.stopImmediatePropagation(); // once.js must not take it for sent
  };
  addEventListener("click", drop, { capture: true });
  addEventListener("submit", drop, { capture: true });
}
