/* A form is sent once at a time: a second press while the first is on its way is dropped, so that the first answer
   stands and arrives. The pressed button stays enabled: a disabled one would not send its name and value. */

const GIVE_UP = 10000; // milliseconds; the network may have died without a word

export default function start(form) {
  let flight = 0;
  const free = () => {
    clearTimeout(flight);
    flight = 0;
  };
  form.addEventListener("submit", (event) => {
    if (flight) event.preventDefault();
    else flight = setTimeout(free, GIVE_UP);
  });
  addEventListener("pageshow", free); // Takaisin may bring this very page back
}
