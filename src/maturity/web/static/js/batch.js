// Waits for a batch of reports: asks every two seconds how far it is, and says so line by line.
const making = document.getElementById("making");
const text = making.querySelector("[data-text]");
const bar = making.querySelector("progress");
const TONES = { done: "tag ours", failed: "tag warm" };

function show(id, report) {
  const row = document.querySelector(`[data-report="${CSS.escape(id)}"]`);
  if (!row) return;
  const tag = row.querySelector(".tag");
  tag.textContent = report.text;
  tag.className = TONES[report.state] || "tag";
  row.querySelector("a").hidden = report.state !== "done";
}

async function look() {
  try {
    const answer = await fetch(making.dataset.state, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(answer.statusText);
    const state = await answer.json();
    if (text.textContent !== state.text) text.textContent = state.text;
    bar.value = state.progress;
    for (const [id, report] of Object.entries(state.reports)) show(id, report);
    if (state.ended) {
      location.replace(making.dataset.end);
      return;
    }
  } catch {
    // The network comes back, or the reader looks again by the link.
  }
  setTimeout(look, 2000);
}
making.querySelector("[data-again]").hidden = true;
setTimeout(look, 1000);
