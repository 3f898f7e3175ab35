/* What a page lets be heard, noted for tests: the audio element, every lit place with its words, every start of sound. */
(() => {
  const ear = { audio: null, lit: [], starts: [], frames: [], };
  Object.defineProperty(window, "ear", { value: ear });
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function () {
    if (!ear.audio) {
      this.addEventListener("playing", () => ear.starts.push(performance.now()));
      addEventListener("pagehide", () => sessionStorage.setItem("left", this.paused ? "paused" : "sounding"));
    }
    ear.audio = this;
    return play.call(this);
  };
  addEventListener("DOMContentLoaded", () => {
    const words = () => [...document.querySelectorAll(".lit")].map((span) => span.textContent).join(" ");
    const note = () => {
      const place = document.documentElement.dataset.reading;
      if (place) ear.lit.push([place, words().replaceAll("\u00ad", "")]);
    };
    new MutationObserver(note).observe(document.documentElement, { attributeFilter: ["data-reading"] });
  });
  /* After every callback of a frame: what is seen then. */
  const frame = () => {
    const { currentSrc, currentTime, paused } = ear.audio;
    if (!paused) ear.frames.push([currentSrc, currentTime * 1000, document.documentElement.dataset.reading || ""]);
    ear.watch();
  };
  ear.watch = () => requestAnimationFrame(() => setTimeout(frame));
})();
