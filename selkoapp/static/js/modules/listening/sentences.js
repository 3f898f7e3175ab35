/* A passage as the sentences that a voice of the device says one by one: Google's voices stop after about 15 seconds
   of one utterance. Each knows its language, and where each unit stands in what is said. */

import { languageOf, unitsOf } from "./passages.js";

const LONGEST = 200; // characters
const ENDS = /[.!?…:\n]/; // between two units: a full stop in "25. marraskuuta" is inside one

/* [{ passage, language, text, units: [[number, place in text], …] }, …] */
export function sentencesOf(passage) {
  const starts = new Map(unitsOf(passage).map((spans, number) => [spans[0], number]));
  const found = [];
  let sentence = null;
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const around = walker.currentNode.parentElement;
    const text = walker.currentNode.data.replace(/\u00ad/g, "");
    const unit = starts.get(around);
    if (unit !== undefined && beginsNew(sentence, text, languageOf(around))) {
      sentence = { passage, language: languageOf(around), text: "", units: [], gap: "" };
      found.push(sentence);
    }
    if (!sentence) continue; // a quotation mark before the first word
    if (unit !== undefined) {
      if (/[\p{L}\d]$/u.test(sentence.text)) sentence.text += " "; // a line break stands between the words
      sentence.units.push([unit, sentence.text.length]);
      sentence.gap = "";
    } else if (!around.closest(".w")) sentence.gap += text;
    sentence.text += text;
  }
  return found;
}

function beginsNew(sentence, text, language) {
  if (!sentence || sentence.language !== language) return true;
  return ENDS.test(sentence.gap) || sentence.text.length + text.length > LONGEST;
}
