# For scripts that source it: runs named steps and keeps the time of each.

CI_TIMES=${CI_TIMES:-/dev/null}
export CI_TIMES

# step NAME COMMAND [ARGUMENT]...
step() {
  local name=$1 begun=$SECONDS
  shift
  printf '\n=== %s\n' "$name"
  "$@"
  printf '%5d s  %s\n' "$((SECONDS - begun))" "$name" | tee -a "$CI_TIMES"
}
