/* A voice of the device: by choice, or when the server has none. One utterance a sentence. Where the device does not
   tell its words, the sentence is lit. Pausing is stopping and saying it again: on Android pause() ends everything. */

import { goodVoice } from "./good_voices.js";
import { darken, light } from "./lights.js";
import { languageOf, unitsOf } from "./passages.js";
import { sentencesOf } from "./sentences.js";

const RATES = { slow: 0.7, normal: 0.9, fast: 1.15 }; // 1: the voice's own
const NO_WORDS = 700; // milliseconds without a word told
const PATIENCE = 4000; // milliseconds until a voice begins; iOS says nothing at all when there was no press

const synthesis = window.speechSynthesis;
let reading = null; // { sentences, at, unit, told, utterance }
let timer = 0;

export const canSay = (passage) => Boolean(goodVoice(languageOf(passage)));

/* told: as in server_voice.js. */
export function read(passages, told) {
  say({ sentences: passages.flatMap(sentencesOf), at: 0, told });
}

/* One unit of a passage. */
export function readWord(passage, unit, told) {
  const text = unitsOf(passage)[unit].map((span) => span.textContent).join("").replace(/\u00ad/g, "");
  say({ sentences: [{ passage, language: languageOf(passage), text, units: [[unit, 0]] }], at: 0, told });
}

/* The sentence at which this reading is, from the unit of that number in it. */
function say(mine, from = 0) {
  silence();
  reading = mine;
  const sentence = mine.sentences[mine.at];
  if (!sentence || !sentence.passage.isConnected) {
    end(mine);
    return;
  }
  mine.unit = from;
  mine.utterance = utteranceOf(sentence, sentence.units[from][1]); // kept: an utterance that nobody holds may never end
  listen(mine, sentence, from);
  timer = setTimeout(() => lost(mine), PATIENCE);
  synthesis.speak(mine.utterance);
}

function utteranceOf(sentence, start) {
  const utterance = new SpeechSynthesisUtterance(sentence.text.slice(start));
  utterance.voice = goodVoice(sentence.language) || goodVoice(languageOf(sentence.passage));
  utterance.lang = utterance.voice.lang;
  utterance.rate = RATES[document.documentElement.dataset.speed] || RATES.normal;
  return utterance;
}

function listen(mine, sentence, from) {
  const { units, passage } = sentence;
  const { utterance } = mine;
  const current = () => reading === mine && mine.utterance === utterance;
  utterance.onstart = () => {
    if (!current()) return;
    clearTimeout(timer);
    timer = setTimeout(() => light(passage, units[from][0], units[units.length - 1][0]), NO_WORDS);
  };
  utterance.onboundary = (event) => {
    if (!current() || (event.name && event.name !== "word")) return;
    clearTimeout(timer);
    const place = event.charIndex + units[from][1];
    while (mine.unit + 1 < units.length && units[mine.unit + 1][1] <= place) mine.unit += 1;
    light(passage, units[mine.unit][0]);
  };
  utterance.onend = () => {
    if (!current()) return;
    mine.at += 1;
    say(mine);
  };
  utterance.onerror = (event) => current() && lost(mine, event.error === "not-allowed");
}

function lost(mine, refused = false) {
  if (reading !== mine) return;
  const left = mine.sentences.slice(mine.at).map((sentence) => sentence.passage);
  stop();
  mine.told.lost([...new Set(left)], refused);
}

function end(mine) {
  stop();
  mine.told.done();
}

function silence() {
  clearTimeout(timer);
  if (synthesis.speaking || synthesis.pending) synthesis.cancel();
}

export function pause() {
  reading.utterance = null; // what it still tells is not heard
  silence();
}

export function goOn() {
  say(reading, reading.unit);
}

export function stop() {
  if (!reading) return;
  reading = null;
  silence();
  darken();
}
