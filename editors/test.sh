#!/usr/bin/env bash
# Runs the tests of both editors with the real server, and installs the editors where they are missing.
# Usage: editors/test.sh [neovim] [vscode] [report]      (all without arguments)
# PENHOLDER: the server, default the release build. PENHOLDER_EDITORS: the editors' cache folder.
# PENHOLDER_SCREENSHOTS: where pictures go. Exits with 1 when a suite fails; says which suites ran.
set -uo pipefail
here=$(dirname "$(readlink -f "$0")")
suites=("$@")
[ $# -gt 0 ] || suites=(neovim vscode report)
PENHOLDER=${PENHOLDER:-${CARGO_TARGET_DIR:-$here/../target}/release/penholder}
if ! "$PENHOLDER" --version; then
  echo "no server at $PENHOLDER: build it with “cargo build --release”, or set PENHOLDER" >&2
  exit 1
fi
PENHOLDER=$(readlink -f "$PENHOLDER")
PENHOLDER_SCREENSHOTS=${PENHOLDER_SCREENSHOTS:-$(mktemp -d)}
export PENHOLDER PENHOLDER_SCREENSHOTS
results=()
failed=0

# suite NAME COMMAND...: runs it, and keeps how it ended.
suite() {
  local name=$1
  shift
  echo "== $name"
  if "$@"; then
    results+=("passed  $name")
  else
    results+=("FAILED  $name")
    failed=1
  fi
}

test_neovim() {
  local programs nvim version file
  programs=$("$here/install/neovim.sh") || { suite 'neovim: install' false; return; }
  for nvim in $programs; do
    version=$("$nvim" --version | sed -n '1s/NVIM v\([0-9.]*\).*/\1/p')
    for file in "$here"/neovim/tests/*_test.lua; do
      suite "neovim $version: $(basename "$file" _test.lua)" "$nvim" --clean --headless -l "$file"
    done
  done
}

# npm_ci FOLDER: installs what the lock file says, unless that is what is there.
npm_ci() {
  [ "$1/node_modules/.package-lock.json" -nt "$1/package-lock.json" ] && return
  (cd "$1" && npm ci --no-audit --no-fund --loglevel=error)
}

package_extension() {
  npm_ci "$here/vscode" && npm_ci "$here/vscode/tests" &&
    (cd "$here/vscode" && npm run -s check && npm run -s package)
}

test_vscode() {
  local places file
  mapfile -t places < <("$here/install/vscode.sh")
  [ ${#places[@]} -eq 2 ] || { suite 'vscode: install' false; return; }
  local PATH=${places[0]}:$PATH
  export CODE_SERVER=${places[1]} VSIX=$here/vscode/out/penholder.vsix
  suite 'vscode: types and package' package_extension
  for file in "$here"/vscode/tests/*.test.mjs; do
    suite "vscode: $(basename "$file" .test.mjs)" node --disable-warning=MODULE_TYPELESS_PACKAGE_JSON --test --test-reporter=spec "$file"
  done
}

# The pages that the program writes, in the browser that the VS Code tests bring along.
test_report() {
  command -v chromium > /dev/null || "$here/install/vscode.sh" > /dev/null || { suite 'report: install' false; return; }
  suite 'report: browser' "$here/report_test.sh"
}

for name in "${suites[@]}"; do
  case $name in
    neovim | vscode | report) "test_$name" ;;
    *) echo "unknown suite: $name" >&2; exit 1 ;;
  esac
done
echo "== summary (pictures in $PENHOLDER_SCREENSHOTS)"
printf '%s\n' "${results[@]}"
exit $failed
