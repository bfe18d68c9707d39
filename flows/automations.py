"""Automations of the Prefect server: what happens when nobody looks. `kaoju serve` installs them.

`python -m flows.automations` installs them on the configured server, for runs in a work pool.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from flows.alarms import MANY_REJECTS, NOTHING_NEW
from flows.notifier import notification

if TYPE_CHECKING:
    from prefect.automations import AutomationCore
    from prefect.events.schemas.automations import EventTrigger

KILLED: Final = "kaoju: a run that was killed is shown as crashed"
FAILED: Final = "kaoju: tell of runs that failed or crashed"
REFUSED: Final = "kaoju: tell of too many rejects"
IDLE: Final = "kaoju: tell when nothing new comes in"
NAMES: Final = (KILLED, FAILED, REFUSED, IDLE)
SILENCE: Final = timedelta(seconds=90)
"""Runs give a sign of life every 30 seconds; one that misses two is no more, even on a slow machine."""
OURS: Final[dict[str, str | list[str]]] = {
    "prefect.resource.role": "tag",
    "prefect.resource.id": "prefect.tag.kaoju",
}
LINK: Final = "{{ flow_run|ui_url }}"


def automations() -> list[AutomationCore]:
    """The automations, those that tell somebody only if it is known whom; KaojuError if it is known badly."""
    from prefect.automations import AutomationCore

    made = [killed()]
    failed = notification(
        "kaoju: {{ flow.name }} {{ flow_run.state.name }}",
        f"{{{{ flow_run.name }}}}: {{{{ flow_run.state.message }}}}\n{LINK}",
    )
    words = notification(
        "kaoju: {{ event.payload.words }}", f"Warehouse {{{{ event.payload.warehouse }}}}\n{LINK}"
    )
    if failed is not None and words is not None:
        endings = {f"prefect.flow-run.{name}" for name in ("Failed", "Crashed", "TimedOut")}
        made += [
            AutomationCore(name=name, description=what, trigger=_when(events), actions=[action])
            for name, what, events, action in (
                (FAILED, "Sends why, and where to read on.", endings, failed),
                (REFUSED, "How many are too many is a parameter of the ingest flow.", {MANY_REJECTS}, words),
                (IDLE, "How many runs is a parameter of the ingest flow.", {NOTHING_NEW}, words),
            )
        ]
    return made


def killed() -> AutomationCore:
    """Shows a run as crashed that gives no sign of life any more."""
    from prefect.automations import AutomationCore
    from prefect.client.schemas.objects import StateType
    from prefect.events.actions import ChangeFlowRunState

    crash = ChangeFlowRunState(
        name=None,
        state=StateType.CRASHED,
        force=False,
        message="No sign of life for 90 seconds: the process was killed, or its machine stopped. "
        "The published warehouse is as it was; the next run takes up what was loaded.",
    )
    return AutomationCore(
        name=KILLED,
        description="A process that is killed cannot say so. Its run would be shown as running for ever.",
        trigger=silence(),
        actions=[crash],
    )


def silence() -> EventTrigger:
    """Fires for each run that was alive and has said nothing since, not even that it ended."""
    from prefect.events.schemas.automations import EventTrigger, Posture

    return EventTrigger(
        after={"prefect.flow-run.heartbeat"},
        # Not a list of states: runs end in states with names of their own, such as CompletedWithRejects.
        expect={"prefect.flow-run.*"},
        match={"prefect.resource.id": "prefect.flow-run.*"},
        match_related=OURS,
        for_each={"prefect.resource.id"},
        posture=Posture.Proactive,
        threshold=1,
        within=SILENCE,
    )


def _when(events: set[str]) -> EventTrigger:
    from prefect.events.schemas.automations import EventTrigger, Posture

    return EventTrigger(expect=events, match_related=OURS, posture=Posture.Reactive, threshold=1)


def install() -> list[str]:
    """Put the automations on the server, in the place of those that are there; the names of all of ours.

    Those that tell somebody are taken away where nobody is to be told any more.
    """
    from prefect.client.orchestration import get_client

    wanted = automations()
    with get_client(sync_client=True) as client:
        there = {one.name: one for name in NAMES for one in client.read_automations_by_name(name)}
        for one in wanted:
            if (old := there.pop(one.name, None)) is not None:
                client.update_automation(old.id, one.model_copy(update={"enabled": old.enabled}))
            else:
                client.create_automation(one)
        for old in there.values():
            client.delete_automation(old.id)
    return [one.name for one in wanted]


def install_killed() -> None:
    """See to it that killed runs are shown as crashed; leave all other automations as they are."""
    from prefect.client.orchestration import get_client

    with get_client(sync_client=True) as client:
        if not client.read_automations_by_name(KILLED):
            client.create_automation(killed())


if __name__ == "__main__":
    for installed in install():
        print(installed)
