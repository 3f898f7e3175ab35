/* Moves the focus to what must be read first (the list of things to change), when the page has come. */

export default function focusHere(element) {
  element.focus();
}
