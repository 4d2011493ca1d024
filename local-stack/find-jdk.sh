# Sourced by scripts that start Java: find_jdk prints the home of a JDK that is new enough.

minimum_jdk=25

java_homes() {
  echo "${JAVA_HOME:-}"
  local java
  if java=$(command -v java); then
    dirname "$(dirname "$(readlink -f "$java")")"
  fi
  printf '%s\n' /usr/lib/jvm/* /opt/java/* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
    "${HOME:-}"/.local/share/mise/installs/java/* "${HOME:-}"/.asdf/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
}

# Every JDK says its version in a file: asking it would take a tenth of a second each.
find_jdk() {
  local candidate version
  while read -r candidate; do
    if [ -x "$candidate/bin/javac" ] && [ -f "$candidate/release" ]; then
      version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$candidate/release")
      if [ "${version:-0}" -ge "$minimum_jdk" ]; then
        echo "$candidate"
        return
      fi
    fi
  done < <(java_homes)
  echo "No JDK $minimum_jdk or newer is installed where I looked: JAVA_HOME, the PATH, and the usual folders" >&2
  return 1
}
