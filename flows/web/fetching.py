"""Asking for addresses as a polite visitor does, and writing down what came."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import Final

from flows.web.archive import Archive
from flows.web.connecting import Connections
from flows.web.exchange import Answer, ask
from flows.web.limits import Clock, Limits
from flows.web.pace import Pace
from flows.web.page import content, next_of
from flows.web.robots import NAME, Robots
from flows.web.schedule import next_at
from flows.web.visits import REDIRECTS, Visit, check_of
from transforms.rejection import Rejected
from transforms.web.address import address
from transforms.web.entry import Entry

USER_AGENT: Final = f"{NAME}/{version('kaoju')} (news research; obeys robots.txt as {NAME})"
PASSING: Final = frozenset({"server_error", "rate_limited", "incomplete", "unreachable"})
"""Refusals that another try may find gone; who was too slow is not asked again at once."""


class Later(Rejected):
    """A refusal that names the time, in seconds from now, after which another try is welcome."""

    def __init__(self, check: str, reason: str, seconds: float) -> None:
        super().__init__(check, reason)
        self.seconds = seconds


@dataclass
class Fetcher:
    """Fetches for one source: no address twice in a run, no site sooner than it allows."""

    source: str
    archive: Archive
    limits: Limits
    clock: Clock
    pace: Pace
    connections: Connections
    requests: int = 0
    _asked: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._robots = Robots(self._robots_text)

    def gap(self, url: str) -> float:
        """Seconds between two requests to the site of an address, as far as its wishes are known."""
        return max(self.limits.delay, self._robots.delay(url))

    def fetch(self, entry: Entry, kind: str = "page") -> Visit:
        """Ask for an address, go where it leads, and keep what comes: the visit of the last address asked.

        Its `check` is empty if an answer is kept. What is not due yet is not asked for: its earlier visit is
        returned. A list that could be read the last time is always due.
        """
        url, seen = entry.url, []
        while True:
            seen.append(url)
            visit = self.archive.last.get(url)
            if visit is None or self._is_due(visit, entry if len(seen) == 1 else None, kind):
                visit = self._visit(Visit(url, self.clock.now(), kind, self.source), visit, entry)
            if not visit.location:
                return visit
            url = visit.location
            if url in seen or len(seen) > self.limits.redirects:
                return self._refuse_chain(entry, kind, url, seen)

    def _is_due(self, visit: Visit, entry: Entry | None, kind: str) -> bool:
        if visit.url in self._asked:
            return False
        if visit.is_kept and kind == "list":
            return True
        if visit.is_kept and entry is not None and entry.changed not in ("", visit.changed):
            return True
        return self.clock.now() >= visit.next_at

    def _refuse_chain(self, entry: Entry, kind: str, url: str, seen: list[str]) -> Visit:
        if url in seen:
            refused = Rejected("redirect_loop", f"the redirects lead back to {url}")
        else:
            refused = Rejected(
                "too_many_redirects", f"more than {self.limits.redirects} redirects, last to {url}"
            )
        visit = Visit(entry.url, self.clock.now(), kind, self.source, said=entry.said, changed=entry.changed)
        return self._refuse(visit, self.archive.last.get(entry.url), refused)

    def _visit(self, visit: Visit, before: Visit | None, entry: Entry) -> Visit:
        visit = replace(visit, said=entry.said, changed=entry.changed)
        self._asked.add(visit.url)
        headers = before.validators if before else {}
        try:
            self._robots.rules(visit.url).check(visit.url)
            answer = self._patiently(visit.url, headers, self.limits)
            visit = replace(visit, at=self.clock.now(), status=answer.status)
            if answer.status == 304 and before is not None:
                return self._confirm(visit, before)
            if answer.status == 200:
                content(answer, self.limits.max_bytes)
            return self._keep(visit, answer, before)
        except Rejected as refused:
            return self._refuse(replace(visit, at=self.clock.now()), before, refused)

    def _keep(self, visit: Visit, answer: Answer, before: Visit | None) -> Visit:
        check = check_of(answer.status)
        visit = replace(
            visit,
            check=check,
            reason=f"the server answered {answer.status} {answer.reason}".strip() if check else "",
            location=self._location(answer),
            etag=answer.header("etag"),
            modified=answer.header("last-modified"),
            next=next_of(answer) if visit.kind == "page" else "",
        )
        return self.archive.keep(next_at(visit, before, self.limits), answer)

    def _confirm(self, visit: Visit, before: Visit) -> Visit:
        """The answer that is kept is still the right one."""
        same = ("etag", "modified", "digest", "file", "start", "size", "next")
        visit = replace(visit, **{name: getattr(before, name) for name in same})
        return self.archive.note(next_at(visit, before, self.limits))

    def _refuse(self, visit: Visit, before: Visit | None, refused: Rejected) -> Visit:
        visit = next_at(replace(visit, check=refused.check, reason=refused.reason), before, self.limits)
        if isinstance(refused, Later):
            visit = replace(visit, next_at=max(visit.next_at, visit.at + refused.seconds))
        return self.archive.note(visit)

    @staticmethod
    def _location(answer: Answer) -> str:
        return address(answer.header("location"), answer.url) if answer.status in REDIRECTS else ""

    def _patiently(self, url: str, headers: dict[str, str], limits: Limits) -> Answer:
        """The answer to a request that is repeated while its failure may pass; Rejected if it does not."""
        heads = {
            "User-Agent": USER_AGENT,
            "Accept-Encoding": "gzip",
            "Accept": "text/html,*/*;q=0.5",
            **headers,
        }
        for left in reversed(range(limits.tries)):
            pause = limits.backoff * 2.0 ** (limits.tries - 1 - left)
            self.pace.wait(url, self.gap(url))
            self.requests += 1
            try:
                answer = ask(self.connections, url, heads, limits)
            except Rejected as refused:
                if not left or refused.check not in PASSING:
                    raise
            else:
                check = check_of(answer.status)
                if check not in PASSING:
                    return answer
                wanted = self._retry_after(answer)
                pause = pause if wanted is None else wanted
                if not left or pause > limits.longest_wait:
                    words = f"the server answered {answer.status}, and asks to wait {pause:.0f} s"
                    raise Later(check, words, pause)
            finally:
                self.pace.asked(url)
            self.pace.hold(url, pause)
        raise AssertionError("the last try returns or raises")

    def _retry_after(self, answer: Answer) -> float | None:
        value = answer.header("retry-after").strip()
        if value.isdecimal():
            return float(value[:9])
        try:
            until = parsedate_to_datetime(value)
        except (ValueError, TypeError):
            return None
        until = until if until.tzinfo else until.replace(tzinfo=UTC)
        return max(0.0, (until - datetime.fromtimestamp(self.clock.now(), UTC)).total_seconds())

    def _robots_text(self, url: str) -> str | None:
        visit = self._robots_visit(url)
        for _ in range(5):
            if not visit.location:
                break
            visit = self._robots_visit(visit.location)
        if visit.is_kept:
            return content(self.archive.answer(visit)).decode("utf-8", "replace")
        if 400 <= visit.status < 500 and visit.check != "rate_limited":
            return None
        raise Rejected(visit.check or "redirect_loop", visit.reason or "it redirects without end")

    def _robots_visit(self, url: str) -> Visit:
        before = self.archive.last.get(url)
        if before is not None and self.clock.now() < before.next_at:
            return before
        visit = Visit(url, self.clock.now(), "robots", self.source)
        try:
            answer = self._patiently(url, before.validators if before else {}, self.limits)
            visit = replace(visit, at=self.clock.now(), status=answer.status)
            if answer.status == 304 and before is not None:
                return self._confirm(visit, before)
            return self._keep(visit, answer, before)
        except Rejected as refused:
            return self._refuse(replace(visit, at=self.clock.now()), before, refused)
