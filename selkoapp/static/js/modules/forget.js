/* Logging out leaves nothing of the coach's own in this tab: half-written replies go with the sign-in. */

export default function start(form) {
  form.addEventListener("submit", () => sessionStorage.clear());
}
