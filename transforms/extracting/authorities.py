"""Names of authorities: 公司 or 该公司 never stands for one."""

from __future__ import annotations

import re

from transforms.annotations import Entity

_AUTHORITY = re.compile(
    r"(?:[部局署厅委院会]|委员会|警方|政府|法院|当局|央行|大学|交易所|港交所|白宫|国会|议会|检察院|海关|管理局|法庭)$"
)
_NO_AUTHORITY = re.compile(r"(?:俱乐部|事业部|研究院|医院|总部)$")


def is_authority(entity: Entity) -> bool:
    """Whether the name is that of a ministry, court, police, exchange or the like."""
    return bool(_AUTHORITY.search(entity.name)) and not _NO_AUTHORITY.search(entity.name)
