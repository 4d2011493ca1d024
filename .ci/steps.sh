# For scripts that source it: runs named steps, and keeps the time and the CPU time of each.

CI_TIMES=${CI_TIMES:-/dev/null}
export CI_TIMES
# Shows the progress where the output of the steps goes to a file.
{ : >&3; } 2>/dev/null || exec 3>/dev/null

# The CPU time in seconds of all child processes that have ended. Processes in containers are not children.
# Sets the variable cpu. A pipe would start a shell without these child processes.
read_cpu() {
  local file
  file=$(mktemp)
  times >"$file"
  cpu=$(awk 'NR == 2 { split($0, part, /[ms ]+/); print int(60 * (part[1] + part[3]) + part[2] + part[4]) }' "$file")
  rm -- "$file"
}

# step NAME COMMAND [ARGUMENT]...
step() {
  local name=$1 begun=$SECONDS cpu before time
  read_cpu
  before=$cpu
  shift
  printf '\n=== %s\n' "$name"
  "$@"
  read_cpu
  time=$(printf '%5d s, CPU %5d s  %s' "$((SECONDS - begun))" "$((cpu - before))" "$name")
  printf '%s\n' "$time" | tee -a "$CI_TIMES"
  printf '%s\n' "$time" >&3
}
