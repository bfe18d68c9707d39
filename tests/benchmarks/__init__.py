"""Where the time goes: `make bench` and `make bench-peers` write docs/benchmarks.md."""
