/* The clips of passages: one a part. The first is given to the audio element as an address, inside the press; the
   sound of those that follow is fetched ahead, because a private sound may not be kept by the browser. */

import { addressOf } from "./passages.js";

/* The clips that say these passages, in order. */
export function clipsOf(passages) {
  const parts = (passage) => Array.from({ length: Number(passage.dataset.parts || 1) }, (_, part) => part);
  const clip = (passage, part) => ({
    passage,
    address: addressOf(passage, `${part}.mp3`),
    timed: addressOf(passage, `${part}.json`),
  });
  return passages.flatMap((passage) => parts(passage).map((part) => clip(passage, part)));
}

const SOON = 5; // seconds: a server that is busy for longer is taken for one without a voice

/* A server that has its hands full for a moment is asked once more when it says so. */
async function got(address, tries = 2) {
  const answer = await fetch(address, { mode: "same-origin" });
  const wait = Number(answer.headers.get("Retry-After"));
  if (answer.status === 503 && tries > 1 && wait > 0 && wait <= SOON) {
    await new Promise((resolve) => setTimeout(resolve, wait * 1000));
    return got(address, tries - 1);
  }
  if (!answer.ok) throw new Error(String(answer.status));
  return answer;
}

/* When each unit is said (speech/answers.py); null when that is not to be had: the clip plays without light. */
export function timesOf(clip) {
  if (!clip.timed) return Promise.resolve(null);
  clip.times = clip.times || got(clip.timed).then((answer) => answer.json()).catch(() => null);
  return clip.times;
}

/* An address of the fetched sound that stays in this page; "" when there is no sound. */
export function soundOf(clip) {
  const fetched = () => got(clip.address).then((answer) => answer.blob());
  clip.sound = clip.sound || fetched().then((blob) => URL.createObjectURL(blob)).catch(() => "");
  return clip.sound;
}

export function release(clip) {
  if (clip && clip.sound) clip.sound.then((address) => address && URL.revokeObjectURL(address));
}
