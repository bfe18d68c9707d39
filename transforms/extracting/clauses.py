"""Clauses of an article, each with the subject that it states or carries forward."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from transforms.annotations import Annotated, Entity, Mention, Sentence
from transforms.extracting.cues import say_pattern
from transforms.extracting.masking import ENTITY, ORG, PERSON, TIME, Masked, mask, pattern
from transforms.extracting.subjects import Subject, find_subject

_CUT = re.compile(r"[，,；;：:。！？!?]+")
_LONGEST = 160
"""Masked characters; in prose some 50. Finding who does what takes the square of a clause's length."""


@dataclass(frozen=True)
class Clause:
    """One clause: its masked form, its sentence's masked form, and who or what it is about.

    `offset` is where the clause begins in the sentence's masked text. `subject` may be carried over: then
    `subject.how` says from where. `plain` is the sentence's clean text.
    """

    sentence: Sentence
    whole: Masked = field(repr=False)
    offset: int
    masked: Masked
    subject: Subject | None
    plain: str = field(repr=False, default="")

    @property
    def text(self) -> str:
        """The clause's masked text."""
        return self.masked.text

    @property
    def span(self) -> tuple[int, int]:
        """Clean span of the clause."""
        return self.masked.span(0, len(self.masked.text))


_PRONOUN_PERSON = pattern(r"^.{0,6}?(?:他|她)(?!们)")
_PRONOUN_GROUP = re.compile(r"^.{0,4}?(?:他们|她们)")
_PRONOUN_FIRM = re.compile(
    r"^.{0,6}?(?:该公司|这家公司|本公司|该企业|该集团|这家企业|该机构|该平台|该厂商|该厂|该车企)"
    rf"|^[{TIME}，, ]{{0,2}}(?:截至[{TIME}][，,]?)?公司(?![一-鿿]{{0,2}}(?:法|债|章程|治理|注册))"
)
_PRONOUN_THING = re.compile(
    r"^.{0,4}?(?:它(?!们)|该模型|这款模型|该产品|这款|该机器人|该车|该芯片|新车|该款)"
)
_PRONOUN_ANY = re.compile(r"^.{0,4}?(?:其(?![他它中实次余])|后者)")


# `腾讯持有其12%的股份`: the passage goes on to be about whom 其 stands for.
_OF_ANOTHER = re.compile(r"其(?![他它中实次余间])|该公司|这家公司")
_AUTHORITY = re.compile(r"(?:[部局委署厅院会]|政府|法院|当局|央行|大学|交易所|港交所|证监会|白宫|国会)$")
_FORMER_LATTER = re.compile(r"^(?:而|其中|不过|但)?(前者|后者)(?!的)")
_CREDIT = re.compile(
    rf"报道|援引|消息称|据悉|独家获悉|注意到|获悉|消息$|[{ORG}{TIME}]电$|[{ORG}][{TIME}]?讯$"
)
_OFFICER = pattern("{P}(?:是|为|现任)[^，,。]{0,30}?({O})的")
# `小鹏汽车董事长何小鹏`: 公司 is hers or his from now on; an analyst's employer is not what is spoken of.
_EMPLOYER = pattern(
    "({O})(?:的)?(?![^，,。]{0,10}(?:分析|研究员|经济学家|记者|教授|律师|顾问))"
    f"[^，,。{ENTITY}]{{0,14}}(?:总裁|董事长|CEO|CFO|COO|CTO|官|经理|主席|创始人|创办人|发言人|负责人|总监|合伙人)"
    "{P}"
)
# `马斯克创立了xAI,该公司…`: the firm that a person founds or leads is the one that is spoken of next.
_LEADS = pattern("{P}[^，,。]{0,14}(?:创立|创办|创建|成立|执掌|领导|掌舵)[了的]?[^，,。]{0,8}?({O})")
_BACKS = re.compile(r"领投|跟投|参投|财务顾问|独家顾问|法律顾问|保荐人|承销商")
_THAT = re.compile(r"(?:但|而|不过|对此)?(?:该名?|这[位名])")
_SPEAKS_ON = re.compile(r"(?:并且?|同时|还|也|且|又|但|而)")


def split_clauses(annotated: Annotated) -> list[Clause]:
    """All clauses in order, subjects resolved: stated, by pronoun, from the clause or the sentence before."""
    out: list[Clause] = []
    memory = _Memory()
    for sentence in annotated.sentences:
        whole = mask(annotated, sentence.start, sentence.end)
        memory.new_sentence(sentence)
        at = 0
        for cut in [*_CUT.finditer(whole.text), None]:
            end = cut.start() if cut else len(whole.text)
            first, last = _stripped(whole.text, at, end)
            for begin in range(first, last, _LONGEST):
                part = whole.cut(begin, min(begin + _LONGEST, last))
                subject = memory.resolve(part, find_subject(part))
                plain = annotated.text[sentence.start : sentence.end]
                out.append(Clause(sentence, whole, begin, part, subject, plain))
            at = cut.end() if cut else end
    return out


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


class _Memory:
    """Who was spoken of last, while the clauses are read in order."""

    def __init__(self) -> None:
        self.person: Entity | None = None
        self.firm: Entity | None = None
        self.thing: Entity | None = None
        self.subject: Subject | None = None
        self.topic: Subject | None = None
        self.speaker: Subject | None = None
        self.someone = ""
        self.paragraph = -1
        self.fresh = False
        self.named: list[Entity] = []
        self.pair: tuple[Entity, Entity] | None = None

    def new_sentence(self, sentence: Sentence) -> None:
        """Carry on what the last sentence was about, but not into a new paragraph."""
        self.subject = None if sentence.paragraph != self.paragraph else self.topic or self.subject
        self.topic = self.speaker = None
        if sentence.paragraph != self.paragraph:
            self.named, self.pair = [], None
        self.paragraph = sentence.paragraph
        self.fresh = True

    def resolve(self, part: Masked, stated: Subject | None) -> Subject | None:
        """The clause's subject, remembered for those that follow."""
        stated = self._that_one(part.text, stated)
        found = self._again(part.text, stated) or self._by_pronoun(part.text, stated) or stated
        if found is None and self.subject is not None:
            how = "previous sentence" if self.fresh else "previous clause"
            found = replace(self.subject, start=None, end=None, how=how)
            self._note(part)
            return found
        if found is not None and found.how == "stated" and _CREDIT.search(part.text):
            return found  # a medium that reports is not what the passage is about
        if found is not None and found.how == "stated" and self.topic and _BACKS.search(part.text):
            return found  # who puts in money or advises is named beside what the sentence is about
        if found is not None:
            self.subject = found
            self.topic = self.topic or found
            self.fresh = False
            if say_pattern().search(part.text):
                self.speaker = found
        self._note(part)
        if found is not None and not (
            found.how == "stated" and _OF_ANOTHER.search(part.text, found.end or 0)
        ):
            for entity in found.entities:
                self._remember(entity)
        return found

    def _that_one(self, text: str, stated: Subject | None) -> Subject | None:
        """`该员工`: the one of whom an earlier phrase speaks (一位不愿具名的员工)."""
        if stated is None or stated.phrase is None or stated.entities:
            return stated
        if self.someone.endswith(stated.phrase) and _THAT.match(text):
            return replace(stated, phrase=self.someone)
        self.someone = stated.phrase
        return stated

    def _again(self, text: str, stated: Subject | None) -> Subject | None:
        """`并指出`, `同时强调`: whoever spoke before in the sentence speaks again."""
        if self.speaker is None or not _SPEAKS_ON.match(text):
            return None
        early = say_pattern().search(text)
        if early and stated is not None and stated.start is not None and stated.start < early.start():
            return None
        said = say_pattern().search(text)
        if said is None or said.start() > 8:
            return None
        return replace(self.speaker, start=None, end=None, how="previous clause")

    def _by_pronoun(self, text: str, stated: Subject | None) -> Subject | None:
        if self.speaker is not None and self.speaker.phrase and _PRONOUN_PERSON.match(text):
            return replace(self.speaker, start=None, end=None, how="pronoun")
        for form, entity in (
            (_PRONOUN_FIRM, self.firm),
            (_PRONOUN_PERSON, self.person),
            (_PRONOUN_THING, self.thing),
        ):
            match = form.match(text)
            if entity is None or match is None or _PRONOUN_GROUP.match(text):
                continue
            if stated is not None and stated.start is not None:
                officer = stated.entities and stated.entities[0].kind == "person" and entity is self.firm
                if officer and not say_pattern().search(text, match.end(), stated.start):
                    continue  # 公司董事长某某表示: the officer speaks
            if stated is None or stated.start is None or match.end() <= stated.start:
                return Subject((entity,), None, None, None, "pronoun")
        if (which := _FORMER_LATTER.match(text)) and (one := self._of_pair(which.group(1))):
            return Subject((one,), None, None, None, "pronoun")
        its = _PRONOUN_ANY.match(text) if self.subject is not None else None
        late = (
            stated is not None and stated.start is not None and its is not None and stated.start >= its.end()
        )
        someone = stated is not None and any(e.kind == "person" for e in stated.entities)
        if its and self.subject is not None and (stated is None or (late and not someone)):
            last = slice(-1, None) if "后者" in text[:8] else slice(None)
            return Subject(self.subject.entities[last], self.subject.phrase, None, None, "pronoun")
        return None

    def _of_pair(self, word: str) -> Entity | None:
        """Whom 前者 or 后者 stands for: those named together last; 后者 alone, the name said last."""
        if word == "前者" and len(self.named) > 1:
            alike = [e for e in self.named if e.kind == self.named[-1].kind]
            self.pair = (alike[-2], alike[-1]) if len(alike) > 1 else None
        if self.pair is not None:
            return self.pair[word == "后者"]
        return self.named[-1] if self.named and word == "后者" else None

    def _note(self, part: Masked) -> None:
        if employer := _EMPLOYER.search(part.text):
            self._remember(part.mention(employer.start(1)).entity)
        if led := _LEADS.search(part.text):
            self._remember(part.mention(led.start(1)).entity)
        if officer := _OFFICER.search(part.text):
            self._remember(part.mention(officer.start(1)).entity)
        items = [i.entity for i in part.items if isinstance(i, Mention)]
        named = [e for e in dict.fromkeys(items) if e.kind in ("person", "organization", "product", "model")]
        self.named = named or self.named
        for i, char in enumerate(part.text):
            if re.match(f"[{ENTITY}]", char):
                item = part.items[i]
                known = char == PERSON or (char == ORG and self.firm is not None)
                if isinstance(item, Mention) and not known:
                    self._remember(item.entity)

    def _remember(self, entity: Entity) -> None:
        if entity.kind == "person":
            self.person = entity
        elif entity.kind == "organization" and not _AUTHORITY.search(entity.name):
            self.firm = entity
        elif entity.kind in ("product", "model", "hardware"):
            self.thing = entity
