# For scripts that source it: runs named steps and keeps the time of each.

CI_TIMES=${CI_TIMES:-/dev/null}
export CI_TIMES
# Shows the progress where the output of the steps goes to a file.
{ : >&3; } 2>/dev/null || exec 3>/dev/null

# step NAME COMMAND [ARGUMENT]...
step() {
  local name=$1 begun=$SECONDS time
  shift
  printf '\n=== %s\n' "$name"
  "$@"
  time=$(printf '%5d s  %s' "$((SECONDS - begun))" "$name")
  printf '%s\n' "$time" | tee -a "$CI_TIMES"
  printf '%s\n' "$time" >&3
}
