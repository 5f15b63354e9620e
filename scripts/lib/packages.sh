# Installing system packages, on Debian and Ubuntu (as root or with sudo) and on macOS (with Homebrew).
# To be read with `.`; not a program.

has() { command -v "$1" >/dev/null 2>&1; }

# install_packages NAMES: does nothing without names.
install_packages() {
    # Names are words of ours: they are meant to be split.
    # shellcheck disable=SC2086
    set -- $1
    [ $# -gt 0 ] || return 0
    if [ "$(uname -s)" = Darwin ]; then
        has brew || fail_to_install "Homebrew (https://brew.sh) is not installed" "$@"
        echo "setup: brew install $*"
        brew install "$@"
        return
    fi
    has apt-get || fail_to_install "this is neither Debian nor macOS" "$@"
    as_root=""
    if [ "$(id -u)" -ne 0 ]; then
        has sudo || fail_to_install "you are not root and there is no sudo" "$@"
        as_root=sudo
    fi
    echo "setup: apt-get install $*"
    $as_root apt-get update -qq
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null </dev/null
}

fail_to_install() {
    reason=$1
    shift
    echo "setup: $reason; install these by hand: $*" >&2
    exit 1
}
