#!/usr/bin/env bash
# Rebuild the warehouse that a tagged version makes of its sample articles, to test upgrades from it.
#
#   tests/upgrade/build.sh v0.1.0 OUT.duckdb
#
# The version is checked out and installed beside this tree, in a temporary folder, from its own lock file.
set -euo pipefail
tag=${1:?which tag, for example v0.1.0}
out=$(realpath -m "${2:?where to write the warehouse}")
top=$(git -C "$(dirname "${BASH_SOURCE[0]}")" rev-parse --show-toplevel)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

git -C "$top" archive "$tag" | tar -x -C "$work"
make -C "$work" --no-print-directory setup
mkdir -p "$(dirname "$out")"
# A PYTHONPATH of this tree would have the old version run the new code.
unset PYTHONPATH
(cd "$work" && PREFECT_HOME="$work/.prefect" .venv/bin/kaoju run seeds/articles --warehouse "$out")
echo "$out holds the warehouse of $tag."
