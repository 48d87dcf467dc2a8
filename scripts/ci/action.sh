#!/bin/sh
# The step of the GitHub Action (action.yml). Inputs come as environment variables and go on as arguments: none of them
# is ever part of a command.
set -eu
attnscope="$(dirname -- "$0")/attnscope.sh"
set -- --
while IFS= read -r path; do
  if [ -n "$path" ]; then set -- "$@" "$path"; fi
done <<END
$ATTNSCOPE_PATH
END
if [ -n "$ATTNSCOPE_SINCE" ]; then set -- --since "$ATTNSCOPE_SINCE" "$@"; fi
if [ -n "$ATTNSCOPE_SARIF" ]; then
  # What is wrong is told, and ends the step, below.
  "$attnscope" scan --format sarif --out "$ATTNSCOPE_SARIF" --fail-on never "$@" 2>/dev/null || true
fi
"$attnscope" scan --format github --fail-on "$ATTNSCOPE_FAIL_ON" "$@"
