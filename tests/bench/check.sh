#!/usr/bin/env bash
# Checks 10,000 drafts of 20 kB with penholder, rumdl and typos in one run, and one small file with
# penholder; prints a table of times, ratios and peak memory for docs/benchmarks.md.
# Usage: tests/bench/check.sh [DRAFTS]     PENHOLDER, RUMDL, TYPOS: the programs (release builds).
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
drafts=${1:-10000}
PENHOLDER=${PENHOLDER:-$here/../../target/release/penholder}
RUMDL=${RUMDL:-/opt/peers/bin/rumdl}
TYPOS=${TYPOS:-typos}
export PENHOLDER_TODAY=2025-06-01 PENHOLDER_CORPUS=none
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# The sample report over and over until a draft has 20 kB; every draft has a number of its own.
python3 - "$here/../drafts/report.md" "$folder" "$drafts" << 'PYTHON'
import pathlib, sys
text = pathlib.Path(sys.argv[1]).read_text()
body = text.split('---\n', 2)[2]
for number in range(int(sys.argv[3])):
    draft = text
    while len(draft.encode()) < 20_000:
        draft += body
    path = pathlib.Path(sys.argv[2], f'{number // 100:03}', f'{number}.md')
    path.parent.mkdir(exist_ok=True)
    path.write_text(f'{draft}\nDraft {number}.\n')
PYTHON

# measure NAME COMMAND...: wall seconds, processor seconds and peak memory of a command; findings are no failure.
measure() {
  local name=$1
  shift
  python3 - "$name" "$@" << 'PYTHON'
import os, resource, subprocess, sys, time
begun = time.monotonic()
subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
wall = time.monotonic() - begun
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f'{sys.argv[1]}\t{wall:.3f}\t{used.ru_utime + used.ru_stime:.3f}\t{used.ru_maxrss / 1024:.0f}')
PYTHON
}

rows=$(
  measure penholder "$PENHOLDER" check --format concise "$folder"
  if [ -x "$RUMDL" ]; then measure rumdl "$RUMDL" check --no-cache "$folder"; fi
  if command -v "$TYPOS" > /dev/null; then measure typos "$TYPOS" "$folder"; fi
)
echo "$drafts drafts of 20 kB, $(nproc) cores"
echo
echo '| program | wall, s | processor, s | MB/s | processor time against penholder | peak memory, MB |'
echo '| --- | --- | --- | --- | --- | --- |'
awk -F'\t' -v drafts="$drafts" '
  NR == 1 { own = $3 }
  { printf "| %s | %.1f | %.1f | %.0f | %.2f | %d |\n", $1, $2, $3, drafts * 0.02 / $2, $3 / own, $4 }' <<< "$rows"
echo
for _ in 1 2 3 4 5 6 7 8 9; do
  measure start "$PENHOLDER" check "$here/../drafts/clean.md"
done | sort -t$'\t' -k2 -n | awk -F'\t' 'NR == 5 { printf "One small file: %.0f ms wall, %.0f ms processor (median of 9).\n", $2 * 1000, $3 * 1000 }'
