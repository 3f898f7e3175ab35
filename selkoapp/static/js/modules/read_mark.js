/* "Simo on lukenut" must be true: what stands here counts as read after it has been in view on a visible page for 2 s
   without a break. Told once, to data-url, with data-up-to (the last message here). Nothing on the page changes. */

const READING = 2000; // milliseconds

export default function start(element) {
  const { url, upTo } = element.dataset;
  let waiting = 0;
  let inView = false;

  const tell = () => {
    watcher.disconnect();
    document.removeEventListener("visibilitychange", weigh);
    const body = new URLSearchParams({ up_to: upTo });
    const about = { method: "POST", mode: "same-origin", keepalive: true, headers: { "X-Fragment": "1" }, body };
    fetch(url, about).catch(() => {}); // no network: unread stays true
  };
  const weigh = () => {
    clearTimeout(waiting);
    if (inView && document.visibilityState === "visible") waiting = setTimeout(tell, READING);
  };
  const watcher = new IntersectionObserver((seen) => {
    inView = seen[seen.length - 1].isIntersecting;
    weigh();
  });
  watcher.observe(element);
  document.addEventListener("visibilitychange", weigh);
}
