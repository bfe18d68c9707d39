import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.reading.decode import Decoded, decode
from transforms.rejection import Rejected

HANS = "长河半导体公司周二宣布,首条先进封装生产线正式投产,设计月产能为两万片。\n公司说,去年营收为31.2亿元。\n"
HANT = "長河半導體公司週二宣布,首條先進封裝生產線正式投產,設計月產能為兩萬片。\n公司說,去年營收為31.2億元。\n"


@pytest.mark.parametrize("text", [HANS, HANT], ids=["Hans", "Hant"])
@pytest.mark.parametrize(
    "written, read",
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
    ],
)
def test_every_encoding_is_found_without_a_declaration(text, written, read):
    assert decode(text.encode(written)) == Decoded(text, read, 0)


def test_big5_and_its_hong_kong_characters():
    text = HANT + "香港啟德，佢哋嘅公司。\n"
    assert decode(text.encode("big5hkscs")) == Decoded(text, "big5hkscs", 0)
    assert decode(HANT.encode("big5")).text == HANT


@pytest.mark.parametrize("encoding", ["gb18030", "big5hkscs", "utf-16-le", "utf-8"])
def test_two_words_are_enough(encoding):
    assert decode("中文新聞".encode(encoding)).text == "中文新聞"


def test_a_lying_declaration_is_overruled():
    page = f"<html><head><meta charset=gb2312></head><body>{HANS}</body></html>"
    assert decode(page.encode("utf-8")).encoding == "utf-8"
    page = page.replace("gb2312", "utf-8")
    assert decode(page.encode("gb18030")) == Decoded(page, "gb18030", 0)
    assert decode(HANS.encode("gb18030"), "big5").text == HANS


def test_a_declaration_decides_where_the_text_says_nothing():
    page = '<?xml version="1.0" encoding="big5"?><p>㊣</p>'
    assert (
        decode('<meta charset="Shift_JIS"><p>テスト</p>'.encode("shift_jis"), "shift_jis").encoding
        == "shift_jis"
    )
    assert decode(page.encode("utf-8")).encoding == "utf-8"


def test_truncated_character_is_replaced_and_counted():
    assert decode(HANS.encode("utf-8")[:-3]) == Decoded(HANS[:-2] + "\ufffd", "utf-8", 1)
    decoded = decode(HANS.encode("gb18030")[:-2])
    assert (decoded.encoding, decoded.replaced, decoded.text[:-1]) == ("gb18030", 1, HANS[:-2])
    assert decode(HANS.encode("utf-16-le")[:-1]).replaced == 1


def test_a_few_broken_bytes_do_not_change_the_rest():
    data = HANS.encode("utf-8").replace("封装".encode(), b"\xff\xfe")
    decoded = decode(data)
    assert (decoded.encoding, decoded.replaced) == ("utf-8", 2)
    assert decoded.text == HANS.replace("封装", "\ufffd\ufffd")
    decoded = decode(HANS.encode("gb18030") * 3 + b"\xff")
    assert (decoded.encoding, decoded.replaced) == ("gb18030", 1)


@pytest.mark.parametrize("inner", ["gb18030", "utf-8", "big5hkscs"])
def test_bytes_once_taken_for_western_text_are_repaired(inner):
    data = HANT.encode(inner)
    western = "".join(
        bytes([b]).decode("cp1252") if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(b) for b in data
    )
    assert decode(western.encode("utf-8")) == Decoded(HANT, f"{inner} via cp1252", 0)


@pytest.mark.parametrize("text", ["Élysée, naïveté, À bientôt : où êtes-vous ?", "“Café” – ½ €5", "¥¥¥¥ ÷÷÷"])
def test_western_text_is_left_alone(text):
    assert decode(text.encode("utf-8")) == Decoded(text, "utf-8", 0)


def test_english_with_curly_quotes():
    text = "It’s the company’s first plant, “a milestone”, and it doesn’t need subsidies. " * 3
    assert decode(text.encode("cp1252")) == Decoded(text, "cp1252", 0)


def test_nul_bidi_and_private_characters_are_kept():
    text = HANS + "\0\u202e\ue000" + HANS
    assert decode(text.encode("utf-8")) == Decoded(text, "utf-8", 0)


def test_a_megabyte_without_a_line_break():
    text = HANS.replace("\n", "") * 6000
    assert decode(text.encode("gb18030")) == Decoded(text, "gb18030", 0)


@pytest.mark.parametrize(
    "data, check, reason",
    [
        (b"", "empty", "nothing but white space in 0 bytes"),
        (b" \r\n\t ", "empty", "nothing but white space in 5 bytes"),
        (b"\xef\xbb\xbf\n", "empty", "nothing but white space in 4 bytes"),
        (b"\0" * 400, "empty", "nothing but white space in 400 bytes"),
        (b"%PDF-1.7\n...", "binary", "those of a PDF file"),
        (b"\x1f\x8b\x08\0\0", "binary", "those of a gzip archive"),
        (bytes(range(256)) * 8, "binary", "controls or belong to no script"),
        (bytes((k * k * 7919 + k * 31) % 251 for k in range(4000)), "binary", ""),
        (
            HANS.encode("utf-8") * 2 + HANS.encode("gb18030") * 2,
            "mixed_encodings",
            "gb18030: 4 lines from line 5",
        ),
        (HANT.encode("big5") * 2 + HANT.encode("utf-8"), "mixed_encodings", "big5hkscs: 4 lines from line 1"),
        (
            HANS.encode("utf-8").replace("。".encode(), b"\xe3\xff") * 9,
            "damaged",
            "cannot be decoded as utf-8",
        ),
    ],
)
def test_refused(data, check, reason):
    with pytest.raises(Rejected) as refusal:
        decode(data)
    assert refusal.value.check == check
    assert reason in refusal.value.reason


@given(
    st.binary(max_size=300), st.sampled_from([None, "", "utf-8", "idna", "rot13", "no such", "utf-7", "\0"])
)
def test_any_bytes_are_decoded_or_rejected(data, declared):
    try:
        decoded = decode(data, declared)
    except Rejected:
        return
    assert decoded.text
    assert decoded.replaced == decoded.text.count("\ufffd")


@given(
    st.text(
        alphabet=st.sampled_from(
            "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动"
        ),
        min_size=4,
    )
)
def test_common_chinese_survives_every_encoding(text):
    for encoding in ("utf-8", "gb18030"):  # 上 alone is in UTF-16 also the two characters N and line end
        assert decode(text.encode(encoding)).text == text
