/* Moves the focus to what must be read first (the list of things to change), so that a screen reader says it at once. */

export default function start(element) {
  element.focus();
}
