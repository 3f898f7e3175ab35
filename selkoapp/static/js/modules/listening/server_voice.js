/* The voice of the server: clips through the one audio element of the page, with each word lit while it is said.
   One element, because iOS lets only that one play on which a press has once called play(). */

import { clipsOf, release, soundOf, timesOf } from "./clips.js";
import { darken, light } from "./lights.js";

const AHEAD = 2; // clips fetched before they are needed: buttons say one short word each
const PATIENCE = 10000; // milliseconds until the first sound; a network may die without a word

const audio = new Audio();
audio.preload = "auto";
let reading = null; // { clips, at, told, times, paused, end }
let frame = 0;
let waiting = 0;

/* told: done() when all is said; lost(passages, refused): no sound for these; refused: the browser wants a press first. */
export function read(passages, told) {
  readClips(clipsOf(passages), told);
}

/* A sound that is no passage of this page: nothing is lit. */
export function readSound(address, told) {
  readClips([{ address }], told);
}

function readClips(clips, told) {
  reading = { clips, at: 0, told, times: null, paused: false, end: Infinity };
  audio.src = clips[0].address;
  start(reading);
}

/* One unit of a passage. Which clip has it is known only after the press, so the element is woken inside the press. */
export async function readWord(passage, unit, told) {
  const clips = clipsOf([passage]);
  const mine = (reading = { clips, at: 0, told, times: null, paused: false, end: Infinity });
  audio.src = clips[0].address;
  audio.load();
  for (const clip of clips) {
    const times = await timesOf(clip);
    if (reading !== mine) return;
    const word = times && times.words[unit - times.first];
    if (!word) continue;
    mine.clips = [clip];
    mine.end = word[1] + times.late;
    audio.src = `${clip.address}#t=${(word[0] + times.late) / 1000}`;
    start(mine);
    return;
  }
  lost(mine);
}

function start(mine) {
  const clip = mine.clips[mine.at];
  timesOf(clip).then((times) => {
    if (reading === mine && mine.clips[mine.at] === clip) mine.times = times;
  });
  clearTimeout(waiting);
  waiting = setTimeout(() => lost(mine), PATIENCE);
  audio.play().catch((fault) => {
    if (fault.name !== "AbortError") lost(mine, fault.name === "NotAllowedError");
  });
}

function lost(mine, refused = false) {
  if (reading !== mine) return;
  const left = mine.clips.slice(mine.at).map((clip) => clip.passage);
  stop();
  mine.told.lost([...new Set(left)], refused);
}

/* Which word is said at this moment of the clip; -1 before the first. */
function wordAt(words, moment) {
  let low = 0;
  let high = words.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (words[middle][0] <= moment) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

function tick() {
  frame = requestAnimationFrame(tick);
  const { clips, at, times, told, end } = reading;
  const { passage } = clips[at];
  const moment = audio.currentTime * 1000;
  const gone = passage && !passage.isConnected; // this part of the page was replaced
  if (gone || moment >= end) {
    stop();
    told.done();
  } else if (times) {
    const word = wordAt(times.words, moment - times.late);
    if (word >= 0) light(passage, times.first + word);
  }
}

async function next() {
  const mine = reading;
  if (!mine) return;
  cancelAnimationFrame(frame);
  const coming = mine.clips[mine.at + 1];
  if (!coming) {
    stop();
    mine.told.done();
    return;
  }
  const sound = await soundOf(coming);
  if (reading !== mine) return;
  release(mine.clips[mine.at]);
  mine.at += 1;
  mine.times = null;
  if (!sound) {
    lost(mine);
    return;
  }
  audio.src = sound;
  if (!mine.paused) start(mine);
}

export function pause() {
  reading.paused = true;
  clearTimeout(waiting);
  audio.pause();
}

/* From the beginning of the word at which it stopped. */
export function goOn() {
  const mine = reading;
  mine.paused = false;
  if (audio.ended) return; // between two clips: the next one starts by itself
  if (mine.times) {
    const { words, late } = mine.times;
    const word = wordAt(words, audio.currentTime * 1000 - late);
    if (word >= 0) audio.currentTime = (words[word][0] + late + 1) / 1000;
  }
  start(mine);
}

export function stop() {
  const left = reading ? reading.clips.slice(reading.at) : [];
  reading = null;
  clearTimeout(waiting);
  cancelAnimationFrame(frame);
  audio.pause();
  left.forEach(release);
  darken();
}

audio.addEventListener("playing", () => {
  if (!reading) return;
  clearTimeout(waiting);
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(tick);
  const { clips, at } = reading;
  for (const clip of clips.slice(at + 1, at + 1 + AHEAD)) {
    soundOf(clip);
    timesOf(clip);
  }
});
audio.addEventListener("pause", () => cancelAnimationFrame(frame));
audio.addEventListener("ended", next);
audio.addEventListener("error", () => audio.error && reading && lost(reading)); // not that of an earlier clip
