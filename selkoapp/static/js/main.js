/* Starts the small scripts that a page names: data-module="once grow" loads modules/once.js and modules/grow.js.
   Every page works without them, so each starts on its own: one that fails stops no other. */

async function begin(name, element) {
  try {
    const module = await import(`./modules/${name}.js`);
    module.default(element);
  } catch (error) {
    console.warn(`The script “${name}” did not start.`, error);
  }
}

document.documentElement.classList.add("has-script");

for (const element of document.querySelectorAll("[data-module]")) {
  for (const name of element.dataset.module.trim().split(/\s+/)) begin(name, element);
}
