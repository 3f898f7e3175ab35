/* Everything can be heard: a listen link reads its block, "Kuuntele" in the bar the whole page, a press on a word that
   word. Only one of them reads at a time. Without this script each link leads to the sound itself. */

import * as deviceVoice from "./listening/device_voice.js";
import { goodVoice, whenVoices } from "./listening/good_voices.js";
import { ofBlock, wholePage, wordAt } from "./listening/passages.js";
import * as serverVoice from "./listening/server_voice.js";

const root = document.documentElement;
let now = null; // what reads: { link, voice, paused }
let serverSilent = false; // it had no sound a moment ago: next time the device begins, while the press still counts

/* Shows on a link what a press on it does. */
function dress(link, state, word) {
  const place = link.querySelector("[data-word], .visually-hidden");
  if (!link.words) link.words = [...place.childNodes];
  place.replaceChildren(...(word ? [word] : link.words));
  if (state) link.dataset.listening = state;
  else delete link.dataset.listening;
}

export default function start(body) {
  const line = body.querySelector(".speech-told");
  const tell = (words) => {
    if (line && line.textContent !== words) line.textContent = words;
  };

  function stop() {
    const { link, voice } = now || {};
    now = null;
    if (voice) voice.stop();
    if (link) dress(link, "");
  }

  function begin(link, voice, say, told) {
    stop();
    tell("");
    now = { link, voice, paused: false };
    if (link) dress(link, "reading", link.dataset.listen === "page" ? body.dataset.stop : body.dataset.pause);
    say(voice, told);
  }

  /* say(voice, told, passages) makes a voice say it; the other voice takes over what the first one cannot. */
  function readBy(link, passages, say) {
    const silent = () => {
      stop();
      tell(body.dataset.silence);
    };
    const device = passages.every(deviceVoice.canSay) && (root.dataset.voice === "device" || serverSilent);
    const first = device ? deviceVoice : serverVoice;
    const takeOver = (left) => {
      const rest = device ? left : left.filter(deviceVoice.canSay);
      serverSilent = serverSilent || !device;
      if (!rest.length) silent();
      else begin(link, device ? serverVoice : deviceVoice, (voice, told) => say(voice, told, rest), { done: stop, lost: silent });
    };
    const lost = (left, refused) => (refused ? stop() : takeOver(left));
    begin(link, first, (voice, told) => say(voice, told, passages), { done: stop, lost });
  }

  const read = (link, passages) => readBy(link, passages, (voice, told, rest) => voice.read(rest, told));

  const readWord = (passage, unit) => readBy(null, [passage], (voice, told) => voice.readWord(passage, unit, told));

  function pauseOrGoOn() {
    now.paused = !now.paused;
    if (now.paused) now.voice.pause();
    else now.voice.goOn();
    dress(now.link, now.paused ? "paused" : "reading", now.paused ? "" : body.dataset.pause);
  }

  function readSample(link) {
    const silent = () => {
      stop();
      tell(body.dataset.silence);
    };
    const own = link.closest("[data-device-voice]");
    const say = own
      ? (voice, told) => voice.read([...own.querySelectorAll("[data-say]")], told)
      : (voice, told) => voice.readSound(link.href, told);
    begin(link, own ? deviceVoice : serverVoice, say, { done: stop, lost: silent });
  }

  /* False when there is nothing to read: the link then leads where it leads without script. */
  function press(link) {
    const kind = link.dataset.listen;
    if (now && now.link === link) {
      if (kind) stop();
      else pauseOrGoOn();
    } else if (kind === "sample") readSample(link);
    else {
      const passages = kind === "page" ? wholePage(link) : ofBlock(link);
      if (!passages.length) return false;
      read(link, passages);
    }
    return true;
  }

  body.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    tell("");
    const link = event.target.closest("[data-listen]");
    const word = wordAt(event.target);
    if (link && press(link)) event.preventDefault();
    if (word) readWord(...word);
  });
  addEventListener("pagehide", stop);
  whenVoices(() => {
    for (const element of body.querySelectorAll("[data-device-voice]")) element.hidden = !goodVoice(root.lang);
  });
  const whole = body.querySelector("[data-listen=page]");
  if (whole && "atOnce" in root.dataset) press(whole);
}
