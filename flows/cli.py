"""The one command, `kaoju`. Nothing slow is imported before a command is chosen and its words are checked."""

from __future__ import annotations

import os
import sys

import click

from flows.commands.backup import backup, restore
from flows.commands.diff import diff
from flows.commands.discover import discover
from flows.commands.doctor import doctor
from flows.commands.explain import explain
from flows.commands.export import export
from flows.commands.expressions import expressions
from flows.commands.rebuild import rebuild
from flows.commands.replay import replay
from flows.commands.report import report
from flows.commands.run import run
from flows.commands.serve import serve
from flows.commands.similar import similar
from flows.commands.sources import sources
from flows.commands.sql import sql
from flows.commands.tables import tables
from flows.commands.ui import ui
from flows.commands.why import why
from flows.errors import KaojuError


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="kaoju", prog_name="kaoju")
def kaoju() -> None:
    """考据: from messy Chinese-language news to a DuckDB warehouse of facts, each with its evidence.

    \b
    Example:
      kaoju run seeds/articles
      kaoju sql "select metric, value, unit from facts.metrics limit 5"
    """


for command in (
    run,
    discover,
    sources,
    sql,
    why,
    similar,
    tables,
    doctor,
    serve,
    ui,
    rebuild,
    replay,
    report,
    diff,
    export,
    backup,
    restore,
    explain,
    expressions,
):
    kaoju.add_command(command)


def main() -> None:
    """Run the command line; exit code 0 done, 1 failed, 2 wrong usage, 130 interrupted."""
    try:
        code = kaoju.main(standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        sys.exit(130)
    except BrokenPipeError:
        # The reader of our output has gone (`kaoju sql … | head`); say nothing more to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KaojuError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(1)
    except Exception as error:
        if os.environ.get("KAOJU_DEBUG"):
            raise
        click.echo(f"Error: {type(error).__name__}: {error}", err=True)
        click.echo("(Set KAOJU_DEBUG=1 to see where it happened.)", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
