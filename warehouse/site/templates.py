"""The page templates: whatever comes from an article is shown as text."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from transforms.readable import readable, readable_date
from warehouse.printable import printable
from warehouse.site import pages


def shown(value: Any) -> Any:
    """What an expression of a template puts on the page, before it is escaped.

    Control and formatting characters of a text become visible escapes; nothing is shown for None.
    """
    if isinstance(value, Markup):
        return value
    if value is None:
        return ""
    if isinstance(value, float):
        return readable(value)
    return value if not isinstance(value, str) or value.isprintable() else printable(value)


@cache
def environment() -> Environment:
    """All templates, with escaping on; a name that a template misspells raises."""
    made = Environment(
        loader=PackageLoader("warehouse.site"),
        autoescape=True,
        finalize=shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["thousands"] = lambda number: f"{number:,}"
    made.filters["lines"] = lambda text: Markup("\n").join(map(printable, text.split("\n")))
    made.filters["is_web"] = lambda address: re.fullmatch(r"https?://[^\s\x00-\x20]+", address) is not None
    made.filters["date"] = readable_date
    made.filters["words"] = lambda name: name.replace("_", " ")
    made.globals.update(
        entity_page=pages.entity_page,
        document_page=pages.document_page,
        claim_page=pages.claim_page,
        file_name=pages.file_name,
    )
    return made


def write_page(site: Path, page: str, template: str, **values: Any) -> None:
    """Write a page of the site; `root` leads from it to the top."""
    root = "../" * page.count("/")
    text = environment().get_template(template).render(root=root, page=page, **values)
    (site / page).write_text(text, encoding="utf-8")
