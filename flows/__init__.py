"""Prefect, network and file input: the only package that knows of the outside world.

Importing it switches the telemetry of Prefect off, before any module below can import Prefect.
"""

from flows.telemetry import switch_off

switch_off()
