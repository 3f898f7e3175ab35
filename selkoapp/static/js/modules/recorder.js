/* Say it instead of writing it: record, hear, do again. What was recorded goes with the form like any chosen file.
   Without a microphone the plain file field stays, and a phone opens its own recorder there.
   data-longest: seconds; data-quiet: the word of the button that plays, while it plays. */

const BITS_A_SECOND = 64000;
const TICK = 200; // milliseconds
const SHOWN = {
  ready: ["begin"],
  taking: ["speaking", "time", "end"],
  taken: ["spoken", "hear", "again", "send"],
  refused: ["refused", "plain", "send"],
};

export default function start(recorder) {
  if (!window.MediaRecorder || !navigator.mediaDevices || !window.DataTransfer) return;
  const parts = [...recorder.querySelectorAll("[data-part]")];
  const part = (name) => parts.find((each) => each.dataset.part === name);
  const file = recorder.querySelector("[type=file]");
  const word = part("hear").querySelector(".button-word");
  const hear = [...word.childNodes];
  const own = new Audio();
  let taking = null; // the MediaRecorder while it listens
  let asked = false; // the browser asks the person; a second press must not ask again

  function show(state, focused) {
    for (const each of parts) each.hidden = !SHOWN[state].includes(each.dataset.part);
    if (focused) part(focused).focus();
  }

  function hush() {
    own.pause();
    own.currentTime = 0;
    word.replaceChildren(...hear);
  }

  function take(sound) {
    const chosen = new DataTransfer();
    chosen.items.add(new File([sound], "sound", { type: sound.type }));
    file.files = chosen.files;
    URL.revokeObjectURL(own.src);
    own.src = URL.createObjectURL(sound);
    show("taken", "hear");
  }

  const end = () => taking && taking.state === "recording" && taking.stop();

  function listen(stream) {
    const pieces = [];
    const begun = performance.now();
    const clock = setInterval(() => {
      part("time").value = (performance.now() - begun) / 1000;
      if (part("time").value >= recorder.dataset.longest) end();
    }, TICK);
    const mine = (taking = new MediaRecorder(stream, { audioBitsPerSecond: BITS_A_SECOND }));
    mine.addEventListener("dataavailable", (event) => pieces.push(event.data));
    mine.addEventListener("stop", () => {
      clearInterval(clock);
      for (const track of stream.getTracks()) track.stop(); // else the phone goes on showing that it listens
      taking = null;
      take(new Blob(pieces, { type: mine.mimeType }));
    });
    mine.start();
    show("taking", "end");
  }

  async function begin() {
    if (asked || taking) return;
    asked = true;
    hush();
    const reading = document.querySelector("[data-listening=reading]");
    if (reading) reading.click(); // the page must not speak into its own ear
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => null);
    asked = false;
    if (stream) listen(stream);
    else show("refused");
  }

  function play() {
    if (!own.paused) {
      hush();
      return;
    }
    word.replaceChildren(recorder.dataset.quiet);
    own.play().catch(hush);
  }

  part("begin").addEventListener("click", begin);
  part("again").addEventListener("click", begin);
  part("end").addEventListener("click", end);
  part("hear").addEventListener("click", play);
  own.addEventListener("ended", hush);
  addEventListener("pagehide", () => {
    end();
    hush();
  });
  show("ready");
}
