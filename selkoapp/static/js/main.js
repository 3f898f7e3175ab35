/* Starts the small scripts that a page names: data-module="once grow" loads modules/once.js and modules/grow.js.
   Every page works without them, so one that fails must not stop the others. */

async function start(name, element) {
  try {
    const module = await import(`./modules/${name}.js`);
    module.default(element);
  } catch (error) {
    console.warn(`The script “${name}” did not start.`, error);
  }
}

document.documentElement.classList.add("has-script");

for (const element of document.querySelectorAll("[data-module]")) {
  for (const name of element.dataset.module.split(" ")) start(name, element);
}
