"""XML of strangers, parsed without doing what it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from transforms.reading.decode import decode
from transforms.rejection import Rejected

_DECLARED = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_LONGEST = 20_000_000


def parse_xml(data: bytes, encoding: str | None = None) -> etree._Element:
    """The root of a document, read as far as it can be; entities are never resolved, files never opened.

    Rejected: `unsafe_xml` where it declares entities, `wrong_type` where it is no XML, or by `decode`.
    """
    text = decode(data, encoding).text
    if "<!ENTITY" in text[:_LONGEST]:
        raise Rejected("unsafe_xml", "it declares entities: no feed needs them, and attacks are made of them")
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        encoding="utf-8",
    )
    try:
        root = etree.fromstring(_DECLARED.sub("", text).strip().encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Rejected("wrong_type", f"it is not XML: {error}") from None
    if root is None:
        raise Rejected("wrong_type", "it is not XML")
    return root


def name_of(element: etree._Element) -> str:
    """The name of an element without its namespace, in lower case; nothing for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The children with one of these names, whatever their namespace."""
    for child in element:
        if name_of(child) in names:
            yield child


def text_of(element: etree._Element, *names: str) -> str:
    """The text of the first child with one of these names that has any; names in order of preference."""
    for name in names:
        for child in children(element, name):
            text = "".join(part for part in child.itertext() if isinstance(part, str)).strip()
            if text:
                return text
    return ""
