/* Everything can be heard: a listen link reads its block, "Kuuntele" in the bar the whole page, a press on a word that
   word. Only one of them reads at a time. Without this script each link leads to the sound itself. */

import * as deviceVoice from "./listening/device_voice.js";
import { goodVoice, whenVoices } from "./listening/good_voices.js";
import { languageOf, ofBlock, wholePage, wordAt } from "./listening/passages.js";
import * as serverVoice from "./listening/server_voice.js";

const root = document.documentElement;
let now = null; // what reads: { link, words, voice, paused }; no link when a word was pressed
let serverSilent = false; // it had no sound a moment ago: next time the device begins, while the press still counts

const wordOf = (link) => link.querySelector("[data-word], .visually-hidden");

/* Whether the device reads texts in this language: chosen, or preselected because ours is a robot's there. */
const deviceFirst = (language) =>
  root.dataset.voice === "device" || (root.dataset.deviceFirst || "").split(" ").includes(language.slice(0, 2));

/* Marks in the settings which voice reads now: the server cannot know what the device has. */
function markPreselected(body) {
  const device = Boolean(goodVoice(root.lang));
  for (const element of body.querySelectorAll("[data-preselected]")) {
    const reads = (element.dataset.preselected === "device") === device;
    const choice = element.querySelector("button");
    if (!choice) element.hidden = !reads;
    else if (reads) choice.setAttribute("aria-current", "true");
    else choice.removeAttribute("aria-current");
  }
}

/* Shows what a press on the link does while it reads. */
function dress(link, state, words) {
  link.dataset.listening = state;
  wordOf(link).replaceChildren(...words);
}

function undress(link, words) {
  delete link.dataset.listening;
  wordOf(link).replaceChildren(...words);
}

function stop() {
  if (!now) return;
  const { link, words, voice } = now;
  now = null;
  voice.stop();
  if (link) undress(link, words);
}

export default function start(body) {
  const { stop: end, pause, silence } = body.dataset; // words
  const line = body.querySelector(".speech-told");
  const tell = (words) => {
    if (line.textContent !== words) line.textContent = words;
  };

  /* say(voice, told): lost(passages) is called with what this voice could not say. */
  function begin(link, voice, say, lost) {
    stop();
    tell("");
    now = { link, voice, words: link && [...wordOf(link).childNodes], paused: false };
    if (link) dress(link, "reading", [link.dataset.listen ? end : pause]);
    say(voice, { done: stop, lost: (left, refused) => (refused ? stop() : lost(left)) });
  }

  function silent() {
    stop();
    tell(silence);
  }

  /* say(voice, told, passages). What the one voice cannot say the other one says. */
  function readBy(link, passages, say) {
    const wanted = serverSilent || deviceFirst(languageOf(passages[0]));
    const device = wanted && passages.every(deviceVoice.canSay);
    const [first, second] = device ? [deviceVoice, serverVoice] : [serverVoice, deviceVoice];
    begin(
      link,
      first,
      (voice, told) => say(voice, told, passages),
      (left) => {
        serverSilent = !device;
        const rest = device ? left : left.filter(deviceVoice.canSay);
        if (rest.length) begin(link, second, (voice, told) => say(voice, told, rest), silent);
        else silent();
      },
    );
  }

  function readSample(link) {
    const own = link.closest(".heard[data-device-voice]");
    if (own) begin(link, deviceVoice, (voice, told) => voice.read([...own.querySelectorAll("[data-say]")], told), silent);
    else begin(link, serverVoice, (voice, told) => voice.readSound(link.href, told), silent);
  }

  function pauseOrGoOn() {
    const { link, words, voice } = now;
    now.paused = !now.paused;
    if (now.paused) {
      dress(link, "paused", words);
      voice.pause();
    } else {
      dress(link, "reading", [pause]);
      voice.goOn();
    }
  }

  /* False when there is nothing to read: the link then leads where it leads without script. */
  function press(link) {
    const kind = link.dataset.listen; // page, sample, or nothing: a block
    if (now && now.link === link) {
      if (kind) stop();
      else pauseOrGoOn();
    } else if (kind === "sample") readSample(link);
    else {
      const passages = kind ? wholePage(link) : ofBlock(link);
      if (!passages.length) return false;
      readBy(link, passages, (voice, told, rest) => voice.read(rest, told));
    }
    return true;
  }

  body.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    tell("");
    const link = event.target.closest("[data-listen]");
    const word = wordAt(event.target);
    if (link && press(link)) event.preventDefault();
    if (word) readBy(null, [word.passage], (voice, told) => voice.readWord(word.passage, word.unit, told));
  });
  addEventListener("pagehide", stop);
  whenVoices(() => {
    for (const element of body.querySelectorAll("[data-device-voice]")) element.hidden = !goodVoice(root.lang);
    markPreselected(body);
  });
  const whole = body.querySelector("[data-listen=page]");
  if (whole && "atOnce" in root.dataset) press(whole);
}
