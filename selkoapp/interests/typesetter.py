"""The child process that sets one sheet: what sheet.py hands over as JSON comes in, the PDF goes out.

It is a process of its own because typst never lets go of what it has set (450 MB after fifty sheets) and breaks off
altogether on some scripts. It gets no network, no files but its template and fonts, and no address of anything else.
"""

import json
import sys
from pathlib import Path

import typst

HERE = Path(__file__).parent


def main() -> None:
    """Read the sheet, write its PDF."""
    told = sys.stdin.buffer.read().decode()
    # No system fonts: a sheet looks the same whichever machine made it.
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[HERE / "fonts"])
    set_page = typst.compile(
        (HERE / "sheet.typ").read_bytes(),
        format="pdf",
        pdf_standards="ua-1",
        timestamp=json.loads(told)["made_at"],
        font_paths=fonts,
        sys_inputs={"sheet": told},
    )
    sys.stdout.buffer.write(set_page)


if __name__ == "__main__":
    main()
