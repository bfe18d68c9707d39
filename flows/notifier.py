"""Whom to tell: a block or a webhook that the user has named in `KAOJU_NOTIFY`.

The value may be a secret (an address is often all that it takes to post), so it comes from the environment,
is kept in a Prefect block as a secret, and is said nowhere.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from flows.errors import KaojuError

if TYPE_CHECKING:
    from prefect.events.actions import CallWebhook, SendNotification

VARIABLE: Final = "KAOJU_NOTIFY"
BLOCK: Final = "kaoju-notify"
"""Name of the block that is made for an address."""


def notification(subject: str, body: str) -> CallWebhook | SendNotification | None:
    """The action that sends a message, made of templates; None where nobody is to be told.

    `KAOJU_NOTIFY` is an address that takes a JSON object with `text` (Slack, Mattermost …), or the name of a
    block of the Prefect server as `prefect block ls` shows it: `slack-webhook/ops`, `webhook/mine`.
    KaojuError where there is no such block.
    """
    from prefect.events.actions import CallWebhook, SendNotification

    target = os.environ.get(VARIABLE, "").strip()
    if not target:
        return None
    block = _webhook(target) if "://" in target else _block(target)
    if getattr(block, "notify", None):
        return SendNotification(block_document_id=_id(block), subject=subject, body=body)
    text = f"{subject}\n{body}"
    # Rendered and then put into JSON by the template engine: what a message quotes cannot end the string.
    payload = f'{{% set text %}}{text}{{% endset %}}{{"text": {{{{ text | string | tojson }}}}}}'
    return CallWebhook(block_document_id=_id(block), payload=payload)


def _webhook(address: str) -> Any:
    from prefect.blocks.webhook import Webhook
    from prefect.types import SecretDict
    from pydantic import SecretStr, ValidationError

    if not address.startswith(("http://", "https://")):
        raise KaojuError(f"{VARIABLE} holds an address that is not http(s); its value is not shown")
    try:
        headers = SecretDict({"content-type": "application/json; charset=utf-8"})
        block = Webhook(url=SecretStr(address), headers=headers)
        block.save(BLOCK, overwrite=True)
    except ValidationError as error:
        raise KaojuError(f"{VARIABLE} holds no address that Prefect takes; its value is not shown") from error
    return block


def _block(name: str) -> Any:
    from prefect.blocks.core import Block

    try:
        return Block.load(name)
    except ValueError as error:
        raise KaojuError(
            f"{VARIABLE} names a block that this Prefect server does not have, or is no address at all. "
            "Blocks are named as `prefect block ls` shows them, such as slack-webhook/ops"
        ) from error


def _id(block: Any) -> UUID:
    return UUID(str(block._block_document_id))
