/* A device with the voices of `window.deviceVoices`. Each word takes 250 ms; `window.tellsWords` says whether
   the device tells its words. What was said stands in `window.said`. */
(() => {
  window.said = [];
  window.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
  let current = null;
  const fake = {
    speaking: false,
    pending: false,
    getVoices: () => window.deviceVoices,
    addEventListener: () => 0,
    cancel() {
      fake.speaking = false;
      const left = current;
      current = null;
      if (left) setTimeout(() => left.onerror({ error: "interrupted" }));
    },
    speak(utterance) {
      current = utterance;
      fake.speaking = true;
      window.said.push({ text: utterance.text, lang: utterance.lang, voice: utterance.voice.name, rate: utterance.rate });
      const words = [...utterance.text.matchAll(/\S+/g)];
      const on = (told) => () => current === utterance && told();
      setTimeout(on(() => utterance.onstart({})));
      words.forEach((word, place) => {
        const tell = () => window.tellsWords && utterance.onboundary({ name: "word", charIndex: word.index });
        setTimeout(on(tell), 20 + 250 * place);
      });
      const end = () => {
        fake.speaking = false;
        current = null;
        utterance.onend({});
      };
      setTimeout(on(end), (window.tellsWords ? 250 : 1000) * words.length);
    },
  };
  Object.defineProperty(window, "speechSynthesis", { value: fake });
})();
