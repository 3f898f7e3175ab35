/* A form is sent once at a time: a second press while the first is on its way is dropped.
   The server drops it too (by the key in the form); here the second page load is spared. */

const GIVE_UP = 10000; // milliseconds; the network may have died without a word

export default function once(form) {
  let sent = false;
  const free = () => {
    sent = false;
  };
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
    setTimeout(free, GIVE_UP);
  });
  addEventListener("pageshow", free); // Takaisin may bring this very page back
}
