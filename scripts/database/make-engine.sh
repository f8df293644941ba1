#!/usr/bin/env bash
# Makes a MongoDB-compatible engine without MongoDB's own download site:
# DocumentDB 1.0 on PostgreSQL 18 (Debian testing, in a root file system of its own) behind FerretDB 2.7 (Go module).
#   make-engine.sh DIR      DIR/rootfs (571 MB) and DIR/bin/ferretdb (25 MB); a second run does nothing
# Needs: root, mmdebstrap, Debian's archive keys; Go >= 1.25, else Debian testing's Go is used once and thrown away.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
dir=$(mkdir -p "${1:?directory}" && cd "$1" && pwd)
module=github.com/FerretDB/FerretDB/v2/cmd/ferretdb@v2.7.0
export PATH=$PATH:/usr/local/go/bin:/usr/lib/go/bin

mirror=$({ cat /etc/apt/sources.list /etc/apt/sources.list.d/*.sources 2>/dev/null || true; } \
  | awk '/^URIs:/ {print $2} /^deb / {print ($2 ~ /^\[/) ? $4 : $2}' | awk '/\/debian\/?$/ && !seen++')

bootstrap() { # INCLUDED-PACKAGES TARGET
  # a mirror's copy of testing may be older than its Valid-Until; signatures are still checked
  mmdebstrap --quiet --variant=minbase --include="$1" \
    --aptopt='Acquire::Check-Valid-Until "false"' --aptopt='Acquire::Languages "none"' --aptopt='APT::Install-Recommends "0"' \
    --dpkgopt=force-unsafe-io --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/locale/*' forky "$2" ${mirror:+"$mirror"}
}

has_go() {
  command -v go >/dev/null && [ "$(printf '%s\n' go1.25 "$(go env GOVERSION)" | sort -V | head -1)" = go1.25 ]
}

make_ferretdb() {
  [ -x "$dir/bin/ferretdb" ] && return
  mkdir -p "$dir/bin"
  if has_go; then
    GOBIN=$dir/bin.new CGO_ENABLED=0 go install -trimpath -ldflags '-s -w' "$module"
  else
    local tools=$dir/tools
    rm -rf "$tools" && bootstrap golang-go,ca-certificates "$tools"
    cp -L /etc/resolv.conf "$tools/etc/resolv.conf"
    [ ! -e /etc/ssl/certs/ca-certificates.crt ] || cp -L /etc/ssl/certs/ca-certificates.crt "$tools/etc/ssl/certs/ca-certificates.crt"
    mkdir -p "$tools/out"
    chroot "$tools" /usr/bin/env HOME=/root GOROOT=/usr/lib/go GOBIN=/out CGO_ENABLED=0 go install -trimpath -ldflags '-s -w' "$module"
    mkdir -p "$dir/bin.new" && mv "$tools/out/ferretdb" "$dir/bin.new/ferretdb"
    rm -rf "$tools"
  fi
  mv "$dir/bin.new/ferretdb" "$dir/bin/ferretdb" && rm -rf "$dir/bin.new"
}

make_rootfs() {
  [ -e "$dir/rootfs/.complete" ] && return
  rm -rf "$dir/rootfs"
  bootstrap postgresql-18-documentdb,tini "$dir/rootfs"
  install -m 755 "$here/postgres-up.sh" "$dir/rootfs/usr/local/bin/postgres-up"
  install -m 755 "$here/image-entrypoint.sh" "$dir/rootfs/usr/local/bin/engine"
  install -d -o "$(awk -F: '$1=="postgres" {print $3}' "$dir/rootfs/etc/passwd")" "$dir/rootfs/data"
  touch "$dir/rootfs/.complete"
}

make_ferretdb &
ferretdb=$!
make_rootfs
wait "$ferretdb"
[ -e "$dir/rootfs/usr/local/bin/ferretdb" ] || install -m 755 "$dir/bin/ferretdb" "$dir/rootfs/usr/local/bin/ferretdb"
