#!/usr/bin/env bash
# The clearance report and the comparison in a real browser: what Chromium makes of the pages, on screen
# and in print. PENHOLDER: the program. PENHOLDER_SCREENSHOTS: where pictures and the PDF file go.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
drafts=$here/../tests/drafts
out=${PENHOLDER_SCREENSHOTS:-$(mktemp -d)}
export PENHOLDER_TODAY=2025-06-01 PENHOLDER_CORPUS=none
failed=0

# expect WHAT COMMAND...: says whether the command holds.
expect() {
  local what=$1
  shift
  if "$@"; then echo "ok    $what"; else echo "FAIL  $what"; failed=1; fi
}

# browse OPTION... PAGE: headless, with a profile of its own; a page needs no network.
browse() {
  local profile
  profile=$(mktemp -d)
  timeout 120 chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --no-first-run \
    --user-data-dir="$profile" --host-resolver-rules='MAP * ~NOTFOUND' "$@" 2> /dev/null
  rm -rf "$profile"
}

"$PENHOLDER" report "$drafts/report.md" -o "$out/clearance.html"
sed 's/19 December 2012/20 December 2012/' "$drafts/report.md" > "$out/later.md"
"$PENHOLDER" compare "$drafts/report.md" "$out/later.md" --format html -o "$out/comparison.html" || true

seen=$(browse --dump-dom "file://$out/clearance.html")
expect 'the browser keeps every section' test "$(grep -c '<h2>' <<< "$seen")" -ge 8
expect 'the drawing is there' grep -q '<svg viewBox' <<< "$seen"
expect 'standing is said in words' grep -q '✗ wrong' <<< "$seen"
expect 'nothing is loaded from elsewhere' bash -c '! grep -Eq "<(script|link|img|iframe)" <<< "$1"' _ "$seen"
compared=$(browse --dump-dom "file://$out/comparison.html")
expect 'a comparison shows both sides' grep -q '<del>19</del><ins>20</ins>' <<< "$compared"

browse --window-size=1280,2600 --screenshot="$out/clearance.png" "file://$out/clearance.html"
expect 'it has a picture' test -s "$out/clearance.png"
browse --no-pdf-header-footer --print-to-pdf="$out/clearance.pdf" "file://$out/clearance.html"
expect 'it prints on A4' grep -aq 'MediaBox \[0 0 59[45]' "$out/clearance.pdf"
exit $failed
