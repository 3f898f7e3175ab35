/* Looks whether there is something new, and if so shows the link that the page has ready ("Uusi viesti. Näytä.").
   Nothing that is being read moves. data-url: the page; data-etag: what this page shows, if the server said so.
   Pages are kept nowhere, so the ETag is remembered here. Never asks while the page is hidden. */

const SOON = 5000; // milliseconds
const LATE = 30000;
const SLOWER = 1.3;

export default function poll(element) {
  const news = element.querySelector("[hidden]");
  let etag = element.dataset.etag || "";
  let pause = SOON;
  let timer = 0;

  async function ask() {
    const headers = { "X-Fragment": "1" };
    if (etag) headers["If-None-Match"] = etag;
    const answer = await fetch(element.dataset.url, { headers, cache: "no-store" }).catch(() => null);
    if (answer && answer.ok) {
      if (etag) news.hidden = false;
      etag = answer.headers.get("ETag") || "";
    }
    pause = Math.min(LATE, pause * SLOWER);
    plan();
  }
  function plan() {
    clearTimeout(timer);
    if (news.hidden && document.visibilityState === "visible") timer = setTimeout(ask, pause);
  }
  document.addEventListener("visibilitychange", () => {
    pause = SOON;
    plan();
  });
  plan();
}
