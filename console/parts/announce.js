/** Makes a screen reader say the text. */
export function announce(text) {
  document.getElementById('announcements').textContent = text;
}
