# Runs one server, and leaves nothing of it behind when the server or whoever asked for it is gone.
#
#   guard.sh DIRECTORY COMMAND...
#
# Standard input carries names of signals for the server, one a line. Its end means that the asking process is gone,
# however it went. Everything the server forks keeps its working directory inside DIRECTORY (process groups and parent
# links do not hold: PostgreSQL's children lead groups of their own), so that is what the sweep goes by.
directory=$1
shift
cd /
exec 3<&0

# Kills all that is left, and returns when nothing is: a killed process takes a while to go, longer on a busy machine.
sweep() {
    while [ -n "$(kill_left)" ]; do sleep 0.02; done
}

# Prints those that were still there.
kill_left() {
    find /proc/[0-9]*/cwd -maxdepth 0 -printf '%h %l\n' 2>/dev/null | while read -r process cwd; do
        case $cwd in "$directory" | "$directory"/*) kill -KILL "${process#/proc/}" 2>/dev/null; echo "$process" ;; esac
    done
}

(cd "$directory" && exec "$@") </dev/null 3<&- &
server=$!

(
    while read -r signal; do kill -s "$signal" "$server"; done
    kill -KILL "$server"
    sweep
) <&3 >/dev/null 2>&1 &
listener=$!
exec 3<&- </dev/null

wait "$server"
status=$?
kill "$listener" 2>/dev/null
sweep
exit "$status"
