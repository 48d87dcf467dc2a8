#!/bin/sh
# Runs the command line from a clone of this repository, for the hooks of pre-commit and the GitHub Action.
# What it needs is built the first time.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
if [ ! -f "$root/dist/cli.js" ]; then
  (cd "$root" && npm ci && npm run build) >&2
fi
exec node "$root/dist/cli.js" "$@"
