/* A shared device must not stay open for the next person: asks after nine quiet minutes and stops after ten
   (data-asks-after, data-leaves-after: seconds). Touches renew the sign-in, so that a long look at one page does not
   end it; at most once a minute, to data-presence. Who listens touches nothing and is here all the same: each word that
   is read aloud tells so by "listening". */

const RENEW = 60000; // milliseconds
const LOOK = 5000;
const TOUCHES = ["pointerdown", "keydown", "scroll", "listening"];

export default function start(element) {
  const { presence, asksAfter, leavesAfter } = element.dataset;
  const dialog = element.querySelector("dialog");
  let touched = Date.now();
  let renewed = touched;

  const renew = async () => {
    renewed = Date.now();
    const answer = await fetch(presence, { method: "POST", mode: "same-origin" }).catch(() => null);
    if (answer && answer.status === 401) location.assign("/"); // the time was up already
  };
  const touch = () => {
    if (leaveIfLate()) return;
    touched = Date.now();
    if (touched - renewed > RENEW) renew();
  };
  const quiet = () => (Date.now() - touched) / 1000;
  const leaveIfLate = () => {
    if (quiet() < leavesAfter) return false;
    element.querySelector("form").submit();
    return true;
  };
  const look = () => {
    if (!leaveIfLate() && quiet() >= asksAfter && !dialog.open) dialog.showModal();
  };
  // On the click, not when the finger goes down: else the page under the question would get the click.
  dialog.addEventListener("click", () => dialog.close());
  for (const kind of TOUCHES) addEventListener(kind, touch, { passive: true, capture: true });
  document.addEventListener("visibilitychange", look); // a tablet that slept leaves at once when it wakes
  setInterval(look, LOOK);
}
