"""Bytes to text, and the bytes that are refused."""

import codecs
import hashlib

import pytest

from corpus_index import pages
from corpus_index.errors import NotText, PageTooLarge
from corpus_index.pages.decode import MOST_BYTES

TEXT = "Títulos 🍞\r\nund Brötchen\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
    ],
)
def test_encodings(data: bytes) -> None:
    page = pages.load("a.txt", data)
    assert page.text == TEXT
    assert page.name == "a.txt"
    assert page.digest == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("面包识别研究".encode("gb18030"), "面包识别研究"),
        ("标题：面包\n作者：张三 2020".encode("gb18030"), "标题：面包\n作者：张三 2020"),
        ("@misc{a, title={面包识别}, author={张三}}".encode("gb18030"), "@misc{a, title={面包识别}, author={张三}}"),
        ("圖神經網路".encode("big5"), "圖神經網路"),
        ("パンの認識".encode("cp932"), "パンの認識"),
        ("パンの認識".encode("euc_jp"), "パンの認識"),
        ("강화 학습".encode("cp949"), "강화 학습"),
        ("빵을인식하는방법".encode("cp949"), "빵을인식하는방법"),
        ("INFORMAÇÃO E EDUCAÇÃO EM PÃES, por João".encode("cp1252"), "INFORMAÇÃO E EDUCAÇÃO EM PÃES, por João"),
        ("Brötchen mit Käse, dazu ein kühles Getränk".encode("cp1252"), "Brötchen mit Käse, dazu ein kühles Getränk"),
        ("“Bread” – a loaf’s tale".encode("cp1252"), "“Bread” – a loaf’s tale"),
        ("Bread".encode("utf-16-le"), "Bread"),
        ("Bread".encode("utf-16-be"), "Bread"),
        ("Хлеб и соль на большом столе".encode("cp1251"), "Хлеб и соль на большом столе"),
        ("Хлеб и соль".encode("koi8-r"), "Хлеб и соль"),
        ("On bread, by a baker. Мы печём хлеб и булки.".encode("koi8-r"), "Мы печём хлеб и булки."),
        ("Їжа і хліб на столі".encode("koi8-u"), "Їжа і хліб на столі"),
        ("Μελετάμε το ψωμί".encode("iso8859-7"), "Μελετάμε το ψωμί"),
        ("אנו אופים לחם".encode("cp1255"), "אנו אופים לחם"),
        ("Badamy, jak drożdże podnoszą ciasto.".encode("cp1250"), "Badamy, jak drożdże podnoszą ciasto."),
        ("要旨：パンを調べる。".encode("iso2022_jp"), "要旨：パンを調べる。"),
        (b"<?xml version='1.0' encoding='ISO-8859-2'?><p>" + "Łódź".encode("iso-8859-2"), "Łódź"),
        ("Brötchen für alle, größer und schöner: ".encode() * 3 + b"M\xfcller", "Müller"),
    ],
)
def test_other_encodings(data: bytes, expected: str) -> None:
    assert pages.load("a.txt", data).text.endswith(expected)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (codecs.BOM_UTF8, "white space"),
        (b" \n\t\r\n", "white space"),
        (b"Bread\x00Bread", "byte 5 is 0"),
        (codecs.BOM_UTF16_LE + b"B", "binary"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8B\x00", "binary"),
        (b"%PDF-1.7 ...", "is a PDF file"),
        (b"PK\x03\x04...", "ZIP archive"),
        (b"\x1f\x8b\x08...", "gzip"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"SQLite format 3\x00", "SQLite"),
        (b"\xff\x00\x01\x02", "binary"),
    ],
)
def test_not_text(data: bytes, says: str) -> None:
    with pytest.raises(NotText) as caught:
        pages.load("a.txt", data)
    assert says in str(caught.value)
    assert caught.value.where == "a.txt"
    assert caught.value.hint


def test_too_large() -> None:
    with pytest.raises(PageTooLarge) as caught:
        pages.load("a.txt", bytes(MOST_BYTES + 1))
    assert "64 MB" in caught.value.what
    assert caught.value.hint
