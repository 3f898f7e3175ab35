// On a shared device: asks after nine quiet minutes, and stops after ten. Touches on a page renew the sign-in, too,
// so that a long look at one page does not end it.
const ASK = 9 * 60_000, STOP = 10 * 60_000, RENEW = 60_000, LOOK = 5_000; // milliseconds
const TOUCHES = ["pointerdown", "keydown", "scroll"];

export default function stillHere(element) {
  const dialog = element.querySelector("dialog");
  const leaving = element.querySelector("form");
  let touched = Date.now();
  let renewed = touched;

  const renew = async () => {
    renewed = Date.now();
    const answer = await fetch(element.dataset.presence, { method: "POST" });
    if (answer.status === 401) location.assign("/"); // the time was up already
  };

  const touch = () => {
    touched = Date.now();
    if (!dialog.open && touched - renewed > RENEW) renew();
  };

  const look = () => {
    const quiet = Date.now() - touched;
    if (quiet >= STOP) leaving.requestSubmit();
    else if (quiet >= ASK && !dialog.open) dialog.showModal();
  };

  dialog.querySelector("button").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    touched = Date.now();
    renew();
  });
  for (const kind of TOUCHES) addEventListener(kind, touch, { passive: true, capture: true });
  document.addEventListener("visibilitychange", look); // a tablet that slept leaves at once when it wakes
  setInterval(look, LOOK);
}
