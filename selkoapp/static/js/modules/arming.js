/* A second tap of a trembling hand must not press what has just come under the finger.
   The style sheet does this on a new page; here the pages that come back from the browser's memory,
   and the phones that draw a page long before its buttons may be pressed. The keyboard is left alone. */

const TOO_SOON = 700; // milliseconds, as in kernel/forms.py

export default function arming() {
  const drawn = performance.getEntriesByName("first-contentful-paint")[0];
  let armed = drawn ? drawn.startTime + TOO_SOON : 0;
  addEventListener("pageshow", (event) => {
    if (event.persisted) armed = event.timeStamp + TOO_SOON;
  });
  const drop = (event) => {
    const byHand = event.detail > 0;
    if (byHand && event.timeStamp < armed && event.target.closest(".press")) event.preventDefault();
  };
  addEventListener("click", drop, { capture: true });
}
