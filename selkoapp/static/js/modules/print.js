/* A button that prints the page: paper is asked for with one press. Without script it is hidden and the browser's own
   way remains. */

export default function start(button) {
  button.addEventListener("click", () => print());
}
