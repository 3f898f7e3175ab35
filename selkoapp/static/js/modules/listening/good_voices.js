/* Voices of the device that may read to people: those that stay in the device (a message goes to nobody else), speak
   the language of the text, and are no robots or jokes. */

const BETTER = /premium|enhanced|natural|neural/i;
const POOR = new RegExp(
  "espeak|eloquence|\\b(albert|bad ?news|bahh|bells|boing|bubbles|cellos|deranged|eddy|flo|fred|good ?news|grandma|" +
    "grandpa|hysterical|jester|junior|kathy|organ|pipe ?organ|princess|ralph|reed|rocko|sandy|shelley|superstar|" +
    "trinoids|whisper|wobble|zarvox)\\b",
  "i",
);

const synthesis = window.speechSynthesis;

/* The best of them in "fi", "sv" or "en"; undefined when there is none. */
export function goodVoice(language) {
  const speaks = (voice) => voice.lang.toLowerCase().split(/[-_]/)[0] === language.slice(0, 2);
  const good = (voice) => voice.localService && speaks(voice) && !POOR.test(`${voice.name} ${voice.voiceURI}`);
  const voices = synthesis ? synthesis.getVoices().filter(good) : [];
  return voices.find((voice) => BETTER.test(`${voice.name} ${voice.voiceURI}`)) || voices.find((voice) => voice.default) || voices[0];
}

/* Calls look() now and when the device has more voices to tell of: most tell late. */
export function whenVoices(look) {
  look();
  if (synthesis && synthesis.addEventListener) synthesis.addEventListener("voiceschanged", look);
}
