/* Looks whether there is something new, and if so shows the link that the page has ready: nothing that is being read
   moves by itself. data-url: the page; data-etag: what this page shows. A hidden page never asks. */

const SOON = 5000; // milliseconds
const LATE = 30000;
const SLOWER = 1.5;

export default function start(element) {
  const { url, etag } = element.dataset;
  const news = element.querySelector(".news");
  let pause = SOON;
  let timer = 0;
  let done = false;

  async function ask() {
    const headers = { "X-Fragment": "1", "If-None-Match": etag };
    const answer = await fetch(url, { headers, mode: "same-origin", cache: "no-store" }).catch(() => null);
    if (answer) weigh(answer);
    pause = Math.min(LATE, pause * SLOWER);
    plan(pause);
  }
  function weigh(answer) {
    if (answer.status === 401 || answer.status === 403) done = true; // signed out: asking on is of no use
    if (answer.status !== 200 || answer.headers.get("ETag") === etag) return;
    news.hidden = false;
    done = true;
  }
  function plan(wait) {
    clearTimeout(timer);
    if (!done && document.visibilityState === "visible") timer = setTimeout(ask, wait);
  }
  document.addEventListener("visibilitychange", () => {
    pause = SOON;
    plan(0);
  });
  plan(pause);
}
