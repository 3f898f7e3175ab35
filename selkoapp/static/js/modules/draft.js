/* What is half-written stays in this tab when another page is opened or the sign-in ends by itself; forget.js wipes it
   when its writer leaves. A seeker's is kept on an own device only. data-thread: whose thread; data-my-last: my newest
   message in it. A reply that was sent is dropped when the page shows a newer message of mine; one that never arrived
   comes back into its box. */

export default function start(box) {
  const { thread, myLast } = box.dataset;
  const place = `draft ${thread}`;
  const kept = JSON.parse(sessionStorage.getItem(place) || "null");
  const arrived = kept && kept.sent && kept.after !== myLast;

  const keep = (sent) => sessionStorage.setItem(place, JSON.stringify({ text: box.value, after: myLast, sent }));

  if (arrived) sessionStorage.removeItem(place);
  else if (kept && !box.value) {
    box.value = kept.text;
    box.dispatchEvent(new Event("input"));
  } else if (box.value !== box.defaultValue) keep(false); // typed before this script came
  box.addEventListener("input", () => keep(false));
  box.form.addEventListener("submit", (event) => {
    if (!event.submitter || !event.submitter.hasAttribute("formaction")) keep(true);
  });
}
