#!/bin/sh
# After removing the .deb (which says what happens) or .rpm package (which counts what is left). What a person made stays in their home.
set -e

case "$1" in
  upgrade | failed-upgrade | abort-* | disappear | 1) exit 0 ;;
esac

if [ -f /etc/apparmor.d/unroll ]; then
  if command -v apparmor_parser >/dev/null 2>&1 && ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
    apparmor_parser --remove /etc/apparmor.d/unroll >/dev/null 2>&1 || true
  fi
  rm -f /etc/apparmor.d/unroll
fi
update-mime-database /usr/share/mime >/dev/null 2>&1 || true
update-desktop-database /usr/share/applications >/dev/null 2>&1 || true
exit 0
