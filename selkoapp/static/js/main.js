/* Starts the small scripts that a page names: data-module="once grow" loads modules/once.js and modules/grow.js.
   Every page works without them, so each starts on its own: one that fails stops no other, and they are fetched only
   when the page has its words and pictures. */

const PATIENCE = 2000; // milliseconds: a picture may never come, and messages must not wait for it

async function begin(name, element) {
  try {
    const module = await import(`./modules/${name}.js`);
    module.default(element);
  } catch (error) {
    console.warn(`The script “${name}” did not start.`, error);
  }
}

let begun = false;

function beginAll() {
  begun = true;
  for (const element of document.querySelectorAll("[data-module]")) {
    for (const name of element.dataset.module.trim().split(/\s+/)) begin(name, element);
  }
}

document.documentElement.classList.add("has-script");

if (document.readyState === "complete") beginAll();
else {
  const patience = setTimeout(beginAll, PATIENCE);
  addEventListener("load", () => {
    clearTimeout(patience);
    if (!begun) beginAll();
  });
}
