/* Tells that what stands here has been read: once, after it has been in view on a visible page for 2 s without a break.
   data-url: where to tell it; data-up-to: the newest message that stands here. Nothing on the page changes. */

const READING = 2000; // milliseconds

export default function readMark(element) {
  let waiting = 0;
  let inView = false;

  const tell = () => {
    watcher.disconnect();
    document.removeEventListener("visibilitychange", weigh);
    const body = new URLSearchParams({ up_to: element.dataset.upTo });
    const headers = { "X-Fragment": "1" }; // an empty answer, no page
    fetch(element.dataset.url, { method: "POST", headers, body, keepalive: true }).catch(() => {}); // else it stays unread: true
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
