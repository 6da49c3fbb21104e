// Waits for a PDF: asks every second how far it is, says so, and fetches it when it is there.
const making = document.getElementById("making");
const text = making.querySelector("[data-text]");
const bar = making.querySelector("progress");

async function look() {
  try {
    const answer = await fetch(making.dataset.state, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(answer.statusText);
    const state = await answer.json();
    if (text.textContent !== state.text) text.textContent = state.text;
    bar.value = state.progress;
    if (state.state === "ready" || state.state === "failed") {
      location.replace(making.dataset.end);
      return;
    }
  } catch {
    // The network comes back, or the reader looks again by the link.
  }
  setTimeout(look, 1000);
}
making.querySelector("[data-again]").hidden = true;
setTimeout(look, 600);
