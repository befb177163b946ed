#!/bin/sh
# The tool 'infra', from this repository. It builds the tool where something has changed that the tool is made of, ahead of time compiled,
# and starts it. Standard output is the tool's alone. Needs the .NET SDK, see global.json. May be linked to from a folder of the PATH.
# Not named infra: on a disk that takes no heed of case, as macOS's and Windows', that is the folder Infra.
set -eu

self=$0
while [ -L "$self" ]; do
    link=$(readlink "$self")
    case $link in /*) self=$link ;; *) self=$(dirname "$self")/$link ;; esac
done
root=$(CDPATH='' cd "$(dirname "$self")" && pwd -P)
builds=$root/Infra.Cli/bin/infra

fail() { # fail MESSAGE: could not do what was asked
    echo "$1" >&2
    exit 2
}

fingerprint() { # fingerprint: of all files that the tool is built from, so that an older file counts as a change too
    (cd "$root" && find Infra Infra.Cli eng/stand-ins Directory.*.props Directory.*.targets global.json nuget.config \
        \( -name bin -o -name obj -o -name feed \) -prune -o -type f -exec cksum {} +) | LC_ALL=C sort | cksum | tr -dc '0-9\n '
}

take_turn() { # take_turn: waits until nobody else builds here; what a build that was killed has left is no turn
    until ln -s "$$" "$builds/turn" 2>/dev/null; do
        other=$(readlink "$builds/turn" || :)
        if [ -n "$other" ] && ! kill -0 "$other" 2>/dev/null; then
            rm -f "$builds/turn"
        elif [ -z "${waited-}" ]; then
            waited=1
            echo "infra: waits for another build of it" >&2
        fi
        sleep 0.2
    done
    trap 'rm -rf "$builds/turn" "$builds/part"' EXIT
    trap 'exit 2' INT TERM HUP
}

publish() { # publish OPTION...: builds the tool into the folder 'part'
    (cd "$root" && dotnet publish Infra.Cli --configuration Release --output "$builds/part" -p:RunAnalyzers=false -nologo "$@") \
        </dev/null >"$builds/log" 2>&1
}

errors() { # errors: what the build says is wrong, once
    grep -E '(^|[ :])error( [A-Z]+[0-9]+)?:' "$builds/log" | sed 's/ \[[^]]*\]$//; s/^ *//' | LC_ALL=C sort -u | head -n 20
}

refuse() { # refuse: says why there is no tool
    fail "infra can't be built:
$(errors)
All that the build said: $builds/log"
}

build() { # build NAME: makes the tool in the folder of that name
    rm -rf "$builds/part"
    echo "infra: builds, since it is new here or has changed ..." >&2
    # What compiles ahead of time is made for this machine, and a lock file would have to name that.
    if [ -e "$root/Infra.Cli/packages.lock.json" ]; then
        publish || refuse
    elif ! publish -p:PublishProfile=ReadyToRun; then
        # Not every package source has that compiler.
        errors | grep -qE 'error (NU|NETSDK)[0-9]+' || refuse
        reason=$(errors | head -n 1)
        rm -rf "$builds/part"
        publish || refuse
        echo "infra: not compiled ahead of time, so each start takes longer: $reason" >&2
    fi
    # The one before stays, for a command that still runs.
    former=$(cat "$builds/newest" 2>/dev/null || :)
    for old in "$builds"/[0-9]*; do
        [ "$old" = "$builds/$former" ] || rm -rf "$old"
    done
    echo "$1" >"$builds/newest"
    mv "$builds/part" "$builds/$1"
}

command -v dotnet >/dev/null ||
    fail "infra needs the .NET SDK, and there is no 'dotnet' on the PATH: see https://dotnet.microsoft.com/download"

name=$(fingerprint | tr ' ' '-')
if [ ! -d "$builds/$name" ]; then
    # What a shell asks to complete a line with does not wait for a build.
    [ "${1-}" != complete ] || exit 0
    mkdir -p "$builds"
    # A subshell, whose traps end with it.
    (take_turn && { [ -d "$builds/$name" ] || build "$name"; }) || exit 2
fi

exec dotnet "$builds/$name/Infra.Cli.dll" "$@"
