"""Small PDF files: one page with lines of text, written as the format's reference (ISO 32000) has it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Printed:
    """A line of text: its place from the lower left corner and its size in points; `turned` stands on its side."""

    text: str
    left: int
    bottom: int
    size: int = 10
    turned: bool = False


def pdf_of(lines: list[Printed]) -> bytes:
    """Give a PDF file of one page in Helvetica."""
    drawn = "".join(_drawn(line) for line in lines).encode("cp1252")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
            b"/Resources << /Font << /F 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def _drawn(line: Printed) -> str:
    turn = "0 1 -1 0" if line.turned else "1 0 0 1"
    text = line.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F {line.size} Tf {turn} {line.left} {line.bottom} Tm ({text}) Tj ET\n"
