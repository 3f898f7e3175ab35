/* Opens a login card: the token is in the fragment of the address, which no server and no log sees.
   It is wiped from the address before it is sent on, so that the next person cannot read it there. */

export default function start(form) {
  const token = location.hash.slice(1);
  if (!token) return;
  history.replaceState(null, "", location.pathname);
  form.elements.token.value = token;
  form.submit();
}
