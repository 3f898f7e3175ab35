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

async function got(address) {
  const answer = await fetch(address, { mode: "same-origin" });
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
