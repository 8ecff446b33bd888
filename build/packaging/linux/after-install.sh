#!/bin/sh
# After installing the .deb or .rpm package.
set -e

# Chromium uses this helper where it may not make user namespaces.
chown root:root '/opt/Unroll/chrome-sandbox'
chmod 4755 '/opt/Unroll/chrome-sandbox'

update-mime-database /usr/share/mime >/dev/null 2>&1 || true
update-desktop-database /usr/share/applications >/dev/null 2>&1 || true

# Ubuntu 24.04 and newer let only known programs make user namespaces. Where AppArmor is older, it needs no profile and knows none of this kind.
profile='/opt/Unroll/resources/apparmor-profile'
if command -v apparmor_status >/dev/null 2>&1 && apparmor_status --enabled >/dev/null 2>&1 &&
  apparmor_parser --skip-kernel-load --debug "$profile" >/dev/null 2>&1; then
  cp -f "$profile" /etc/apparmor.d/unroll
  if ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
    apparmor_parser --replace --write-cache --skip-read-cache /etc/apparmor.d/unroll || true
  fi
fi
exit 0
