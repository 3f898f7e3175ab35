/* Leaving leaves nothing of one's own in this tab: what is half-written goes with the sign-in. */

export default function start(form) {
  form.addEventListener("submit", () => sessionStorage.clear());
}
