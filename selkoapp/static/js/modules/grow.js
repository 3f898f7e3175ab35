/* A text box grows with what is written, so that all of it stays in sight. Rows, not heights: no inline style. */

const MOST = 14; // rows

export default function start(box) {
  const grow = () => {
    while (box.scrollHeight > box.clientHeight && box.rows < MOST) box.rows += 1;
  };
  box.addEventListener("input", grow);
  grow();
}
