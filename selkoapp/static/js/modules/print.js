/* A button that prints the page. Without script it is hidden: the browser's own way remains. */

export default function printPage(button) {
  button.addEventListener("click", () => print());
}
